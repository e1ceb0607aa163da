package org.plenary.billing.refund;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.payments.RefundFailed;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Tells those who look after the organization's money that some did not go back. */
@Component
class RefundMails {
    private final RefundList list;
    private final Accounts accounts;
    private final Mails mails;
    private final Urls urls;

    RefundMails(RefundList list, Accounts accounts, Mails mails, Urls urls) {
        this.list = list;
        this.accounts = accounts;
        this.mails = mails;
        this.urls = urls;
    }

    @OutboundListener(id = "billing.mail-failed-refund")
    public void on(RefundFailed event) {
        var refund = list.find(event.refund()).orElse(null);
        if (refund == null || !refund.failed()) return;
        var tenant = Tenancy.require();
        for (var person : accounts.staff(Permission.BILLING_WRITE))
            mails.send(new Mails.Mail(
                    "refund-failed:" + refund.id() + ":" + person.account(),
                    person.email(),
                    "mail/billing/refund-failed",
                    tenant.locale(),
                    List.of(refund.reference()),
                    Map.of(
                            "refund", refund,
                            "name", person.name(),
                            "url", urls.tenant(tenant, RefundPages.PATH + "/" + refund.id())),
                    List.of()));
    }
}
