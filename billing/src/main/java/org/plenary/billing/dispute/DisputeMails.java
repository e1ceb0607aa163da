package org.plenary.billing.dispute;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.payments.PaymentDisputed;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells those who look after the organization's money of a dispute, and how it ended. */
@Component
class DisputeMails {
    private final DisputeRows disputes;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    DisputeMails(DisputeRows disputes, Accounts accounts, Mails mails, Urls urls) {
        this.disputes = disputes;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "billing.mail-dispute")
    public void on(PaymentDisputed event) {
        var dispute = disputes.find(event.dispute()).orElse(null);
        if (dispute == null) return;
        var tenant = Tenancy.require();
        var state = event.state().name().toLowerCase(Locale.ROOT);
        for (var person : accounts.staff(Permission.BILLING_WRITE))
            mails.send(new Mails.Mail(
                    "dispute-" + state + ":" + dispute.id() + ":" + person.account(),
                    person.email(),
                    "mail/billing/dispute-" + state,
                    tenant.locale(),
                    List.of(dispute.reference()),
                    Map.of(
                            "dispute", dispute,
                            "name", person.name(),
                            "zone", tenant.timeZone(),
                            "url", urls.tenant(tenant, DisputePages.PATH + "/" + dispute.id())),
                    List.of()));
    }
}
