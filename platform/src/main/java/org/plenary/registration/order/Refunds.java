package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.PaymentRefunded;
import org.plenary.payments.Payments;
import org.plenary.payments.RefundFailed;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes back to those who paid: owed with the change that causes it, asked of the payments later, noted when it is gone. */
@Component
class Refunds {
    private final Orders orders;
    private final OrderChanges changes;
    private final OrderDocuments documents;
    private final OrderEvents events;
    private final Paid paid;

    Refunds(Orders orders, OrderChanges changes, OrderDocuments documents, OrderEvents events, Paid paid) {
        this.orders = orders;
        this.changes = changes;
        this.documents = documents;
        this.events = events;
        this.paid = paid;
    }

    /** What came in, and what of it was too little. */
    @Component
    record Paid(Payments payments, Balances balances) {}

    /** @param order as it was before; @param key the same key is one refund */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(OrderRow order, Money amount, String reason, String key) {
        var parts = PaidParts.of(order, changes.of(order.id())).back(order.promised(), amount);
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            events.refundOwed(order.id(), part.subject(), part.amount(), reason, i == 0 ? key : key + ":" + i);
        }
    }

    /** The credit note over these lines, less what is kept of them; null when there is no invoice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID creditNote(OrderRow order, List<OrderLines.Line> lines, Money refund) {
        return documents.creditNote(order, lines, refund);
    }

    /** The document over the difference that a change makes; null when there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID document(
            OrderRow order, Proposal proposal, List<OrderLines.Line> removed, @Nullable OrderChange paid, Money back) {
        if (paid != null) return documents.invoice(order, proposal, removed, paid);
        return back.isPositive() ? documents.creditNote(order, proposal, removed, back) : null;
    }

    @OutboundListener(id = "registration.refund-what-is-owed")
    public void on(RefundOwed owed) {
        var order = orders.find(owed.order()).orElseThrow();
        var amount = Money.ofMinor(order.total().getCurrencyUnit(), owed.amountMinor());
        paid.payments().refund(owed.paidFor(), amount, owed.reason(), owed.key());
    }

    @ModuleListener(id = "registration.note-refund")
    public void on(PaymentRefunded refunded) {
        var order = changes.find(refunded.subject()).map(OrderChange::order).orElse(refunded.subject());
        orders.lock(order).ifPresent(this::note);
    }

    /** What had gone back may be here again. */
    @ModuleListener(id = "registration.note-failed-refund")
    public void on(RefundFailed failed) {
        var order = changes.find(failed.subject()).map(OrderChange::order).orElse(failed.subject());
        orders.lock(order).ifPresent(this::note);
    }

    /**
     * The payments say how much went back in all, so that a repeated message counts once; what came in beyond the total was
     * never the order's money: a duplicate, or what a change gave back.
     */
    private void note(OrderRow order) {
        var received = Money.zero(order.total().getCurrencyUnit());
        var refused = received;
        var back = received;
        var subjects = new java.util.ArrayList<UUID>(List.of(order.id()));
        changes.of(order.id()).forEach(change -> subjects.add(change.id()));
        for (var subject : subjects)
            for (var payment : paid.payments().of(subject)) {
                back = back.plus(payment.refunded());
                if (order.refused().contains(payment.id())) refused = refused.plus(payment.amount());
                switch (payment.status()) {
                    case PAID, PARTLY_REFUNDED, REFUNDED -> received = received.plus(payment.amount());
                    case OPEN, PROCESSING, FAILED, CLOSED -> {}
                }
            }
        var expected =
                order.total().minus(order.forgiven()).minus(paid.balances().receivable(order));
        var beyond = MoneyUtils.max(received.minus(expected), refused);
        var refunded = beyond.isPositive() ? back.minus(beyond) : back;
        var isBack = refunded.isPositive() && order.status().mayBecome(OrderStatus.REFUNDED);
        var status = isBack ? OrderStatus.REFUNDED : order.status();
        orders.refunded(order.id(), status, refunded.isNegative() ? Money.zero(refunded.getCurrencyUnit()) : refunded);
    }
}
