package org.plenary.registration.order;

import java.util.Locale;
import org.joda.money.Money;
import org.plenary.conference.ConferenceApi;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.springframework.stereotype.Component;

/** Has the documents of orders issued, in the caller's transaction. */
@Component
class OrderDocuments {
    private final Invoices invoices;
    private final ConferenceApi conferences;
    private final OrderLines lines;

    OrderDocuments(Invoices invoices, ConferenceApi conferences, OrderLines lines) {
        this.invoices = invoices;
        this.conferences = conferences;
        this.lines = lines;
    }

    /** An order that costs nothing has no invoice. */
    void invoice(OrderRow order) {
        if (order.isFree()) return;
        var contact = order.contact();
        var slug = conferences.byId(order.conference()).slug();
        invoices.invoice(new Invoices.Issue(
                order.id(),
                order.code(),
                order.conference(),
                slug.toUpperCase(Locale.ROOT),
                lines.ofPayment(order),
                order.total(),
                new PaymentRequest.Payer(contact.name(), contact.email(), contact.country()),
                order.locale()));
    }

    void creditNote(OrderRow order, Money amount, String reason) {
        invoices.creditNote(order.id(), amount, reason);
    }
}
