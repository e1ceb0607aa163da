package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has the documents of orders issued, in the caller's transaction. */
@Component
class OrderDocuments {
    private final Invoices invoices;
    private final ConferenceApi conferences;
    private final OrderLines lines;
    private final MessageSource messages;
    private final Organizations organizations;

    OrderDocuments(
            Invoices invoices,
            ConferenceApi conferences,
            OrderLines lines,
            MessageSource messages,
            Organizations organizations) {
        this.invoices = invoices;
        this.conferences = conferences;
        this.lines = lines;
        this.messages = messages;
        this.organizations = organizations;
    }

    /** An order that costs nothing has no invoice. */
    void invoice(OrderRow order) {
        if (order.isFree()) return;
        var contact = order.contact();
        var payer = organizations
                .of(order.id())
                .map(organization -> organization + ", " + contact.name())
                .orElse(contact.name());
        var slug = conferences.byId(order.conference()).slug();
        invoices.invoice(new Invoices.Issue(
                order.id(),
                order.code(),
                order.conference(),
                slug.toUpperCase(Locale.ROOT),
                lines.ofPayment(order),
                order.total(),
                new PaymentRequest.Payer(payer, contact.email(), contact.country(), contact.vatId()),
                order.locale()));
    }

    /** Over these lines, less what is kept of them; null when the order has no invoice. */
    @Nullable
    UUID creditNote(OrderRow order, List<OrderLines.Line> cancelled, Money refund) {
        var kept = messages.getMessage("registration.credit.kept", null, order.locale());
        var document = invoices.creditNote(order.id(), CreditLines.of(cancelled, refund, kept), "cancellation");
        return document == null ? null : document.id();
    }
}
