package org.plenary.admin.offboarding;

import java.util.List;
import java.util.Map;
import org.plenary.admin.TenantExported;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells the owners where their organization's data can be had, and until when. */
@Component
class ExportMail {
    private final Deletions deletions;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    ExportMail(Deletions deletions, Accounts accounts, Mails mails, Urls urls) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.mail-export")
    void on(TenantExported event) {
        var deletion = deletions.of(event.tenant()).orElse(null);
        if (deletion == null) return;
        var tenant = Tenancy.require();
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "export:" + deletion.requestedAt().toEpochMilli() + ":" + owner.account(),
                    owner.email(),
                    "mail/admin/export",
                    tenant.locale(),
                    List.of(tenant.name()),
                    Map.of(
                            "owner",
                            owner.name(),
                            "organization",
                            tenant.name(),
                            "until",
                            deletion.eraseAfter(),
                            "zone",
                            tenant.timeZone(),
                            "page",
                            urls.platform("/exports/" + tenant.id())),
                    List.of()));
    }
}
