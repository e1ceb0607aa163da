package org.plenary.admin.domain;

import java.util.List;
import java.util.Map;
import org.plenary.admin.DomainMissed;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells the owners that the record of their domain is gone, and once more when the domain is out of use. */
@Component
class DomainMails {
    private final DomainClaims claims;
    private final DomainSettings settings;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    DomainMails(DomainClaims claims, DomainSettings settings, Accounts accounts, Mails mails, Urls urls) {
        this.claims = claims;
        this.settings = settings;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "admin.mail-domain")
    void on(DomainMissed event) {
        var claim = claims.of(event.tenant())
                .filter(known -> known.name().equals(event.domain()))
                .orElse(null);
        if (claim == null || claim.checkedAt() == null) return;
        var tenant = Tenancy.require();
        for (var owner : accounts.owners())
            mails.send(new Mails.Mail(
                    "domain:" + event.domain() + ":" + event.lost() + ":"
                            + claim.checkedAt().getEpochSecond() + ":" + owner.account(),
                    owner.email(),
                    "mail/admin/domain",
                    tenant.locale(),
                    List.of(event.domain(), event.lost() ? 1 : 0),
                    Map.of(
                            "owner", owner.name(),
                            "claim", claim,
                            "lost", event.lost(),
                            "days", settings.grace().toDays(),
                            "page", urls.tenant(tenant, DomainPages.PATH)),
                    List.of()));
    }
}
