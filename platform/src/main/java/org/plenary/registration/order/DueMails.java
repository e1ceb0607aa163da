package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to buyers of orders that are paid in parts or later: what came, what is due, and whether they may. */
@Component
class DueMails {
    private final OrderMails mails;
    private final OrderMails.OrderPost post;
    private final Balances balances;
    private final TransferScreen screen;
    private final ConferenceApi conferences;

    DueMails(
            OrderMails mails,
            OrderMails.OrderPost post,
            Balances balances,
            TransferScreen screen,
            ConferenceApi conferences) {
        this.mails = mails;
        this.post = post;
        this.balances = balances;
        this.screen = screen;
        this.conferences = conferences;
    }

    @OutboundListener(id = "registration.mail-due-part")
    public void on(DueTold told) {
        var order = post.order(told.order());
        var part = balances.of(order).flatMap(balance -> part(balance, told)).orElse(null);
        // Paid or over meanwhile: it does not concern the buyer any more.
        if (order.status() != OrderStatus.CONFIRMED || part == null) return;
        var name = switch (told.kind()) {
            case SOON -> "order-due";
            case OVERDUE, LAST -> "order-overdue";
            case MOVED -> "order-due-moved";
        };
        var key = name + ":" + order.id() + ":" + part.position() + ":" + part.dueOn() + ":"
                + told.kind().wire();
        var model = new HashMap<String, Object>(Map.of("part", part, "last", told.kind() == DueTold.Kind.LAST));
        screen.find(conferences.byId(order.conference()), order).ifPresent(transfer -> model.put("transfer", transfer));
        mails.send(name, key, order, model, List.of());
    }

    /** Somebody may have more time for any part; reminded they are of the next one. */
    private static Optional<Balance.Part> part(Balance balance, DueTold told) {
        var next = told.kind() == DueTold.Kind.MOVED
                ? balance.parts().stream().filter(Balance.Part::owes)
                : balance.next().stream();
        return next.filter(part -> part.position() == told.position()).findFirst();
    }

    @OutboundListener(id = "registration.mail-part-paid")
    public void on(PartPaid paid) {
        var order = post.order(paid.order());
        if (balances.of(order).isEmpty()) return;
        mails.send(
                "order-part-paid",
                "order-part-paid:" + paid.payment(),
                order,
                Map.of("amount", Money.ofMinor(order.total().getCurrencyUnit(), paid.amountMinor())),
                List.of());
    }

    @OutboundListener(id = "registration.mail-credit")
    public void on(CreditMoved moved) {
        var order = post.order(moved.order());
        var credit = post.credit(order);
        if (credit == null || credit.status() != moved.status()) return;
        var name = moved.status() == OrderCredits.Status.DENIED ? "order-invoice-denied" : "order-invoice-asked";
        mails.send(
                name,
                name + ":" + order.id() + ":" + credit.askedAt(),
                order,
                Map.of("reason", credit.reason(), "until", order.expiresAt()),
                List.of());
    }
}
