package org.plenary.billing.dues;

import java.util.HashMap;
import java.util.List;
import org.plenary.billing.invoice.DocumentTerms;
import org.plenary.communication.Mails;
import org.plenary.payments.Invoices;
import org.plenary.payments.PayerPages;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to debtors in their language, with the invoice. What has been paid meanwhile is not asked for again. */
@Component
class DebtorMails {
    private final OpenItems items;
    private final Invoices invoices;
    private final DocumentTerms terms;
    private final PayerPages pages;
    private final Mails mails;

    DebtorMails(OpenItems items, Invoices invoices, DocumentTerms terms, PayerPages pages, Mails mails) {
        this.items = items;
        this.invoices = invoices;
        this.terms = terms;
        this.pages = pages;
        this.mails = mails;
    }

    @OutboundListener(id = "billing.mail-debtor")
    public void on(DebtorReminded event) {
        var item = items.find(event.reference(), items.now()).orElse(null);
        if (item == null || !event.document().equals(item.document())) return;
        var subject = item.billed().subject();
        var link = subject == null ? null : pages.link(subject).orElse(null);
        var payable = terms.of(event.document()).orElse(null);
        var model = new HashMap<String, Object>();
        model.put("item", item);
        model.put("level", event.level());
        if (payable != null && payable.account() != null) model.put("account", payable.account());
        if (link != null) model.put("url", link);
        mails.send(new Mails.Mail(
                "debtor:" + event.document() + ":" + event.level(),
                item.email(),
                "mail/billing/debtor",
                item.billed().locale(),
                List.of(String.valueOf(item.number()), event.level()),
                model,
                List.of(new Mails.Attachment(
                        item.number() + ".pdf", "application/pdf", invoices.pdf(event.document())))));
    }
}
