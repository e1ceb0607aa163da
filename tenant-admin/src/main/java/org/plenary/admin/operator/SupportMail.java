package org.plenary.admin.operator;

import java.util.List;
import java.util.Map;
import org.plenary.admin.SupportBegun;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.identity.SupportAccesses;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells the owners that an operator may look into their organization, why, and where they end it. */
@Component
class SupportMail {
    private final SupportAccesses accesses;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    SupportMail(SupportAccesses accesses, Accounts accounts, Mails mails, Urls urls) {
        this.accesses = accesses;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.mail-support")
    void on(SupportBegun event) {
        var access = accesses.find(event.access()).orElse(null);
        if (access == null) return;
        var tenant = Tenancy.require();
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "support:" + access.id() + ":" + owner.account(),
                    owner.email(),
                    "mail/admin/support",
                    tenant.locale(),
                    List.of(tenant.name()),
                    Map.of(
                            "owner", owner.name(),
                            "organization", tenant.name(),
                            "access", access,
                            "zone", tenant.timeZone(),
                            "page", urls.tenant(tenant, "/manage/support")),
                    List.of()));
    }
}
