package org.plenary.registration.order;

import java.time.Clock;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.payments.PaymentFailed;
import org.plenary.payments.PaymentReceived;
import org.plenary.payments.PaymentRefunded;
import org.plenary.payments.Payments;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What payments mean for orders. Every message may come twice, late, or in another order than it was sent in. */
@Component
class PaymentArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentArrivals.class);

    private final Orders orders;
    private final Held held;
    private final Confirmation confirmation;
    private final Payments payments;
    private final OrderEvents events;

    PaymentArrivals(Orders orders, Held held, Confirmation confirmation, Payments payments, OrderEvents events) {
        this.orders = orders;
        this.held = held;
        this.confirmation = confirmation;
        this.payments = payments;
        this.events = events;
    }

    @ModuleListener(id = "registration.confirm-paid-order")
    public void on(PaymentReceived paid) {
        orders.lock(paid.subject()).ifPresent(order -> received(order, paid));
    }

    /** What unpaid orders hold, and at which price. */
    @Component
    record Held(Places places, Repricing repricing, Clock clock) {}

    private void received(OrderRow asked, PaymentReceived paid) {
        if (paid.payment().equals(asked.payment())) return;
        var order = pricedAsPaid(asked, paid);
        if (!paid.amount().equals(order.total())) {
            LOG.error("payment {} of order {} is not over its total; nothing was done", paid.payment(), order.id());
            return;
        }
        switch (order.status()) {
            case PENDING -> confirmation.confirm(order, paid.payment());
            case EXPIRED -> late(order, paid);
            case CONFIRMED -> owe(order, paid, "duplicate");
            case CANCELLED, REFUNDED -> owe(order, paid, "late");
        }
    }

    /** A payment that was started before the price changed keeps the price that it was started with. */
    private OrderRow pricedAsPaid(OrderRow order, PaymentReceived paid) {
        var isOpen = order.status() == OrderStatus.PENDING || order.status() == OrderStatus.EXPIRED;
        if (!isOpen || paid.amount().equals(order.total())) return order;
        return held.repricing()
                .restore(order, paid.amount(), held.clock().instant())
                .orElse(order);
    }

    /** The hold has run out: the places are taken again if all of them are there, else the money goes back. */
    private void late(OrderRow order, PaymentReceived paid) {
        if (held.places().retake(order)) confirmation.confirm(order, paid.payment());
        else owe(order, paid, "late");
    }

    private void owe(OrderRow order, PaymentReceived paid, String reason) {
        LOG.info("payment {} of order {} goes back: {}", paid.payment(), order.id(), reason);
        events.refundOwed(order.id(), paid.amount(), reason, reason + ":" + paid.payment());
    }

    @OutboundListener(id = "registration.refund-what-is-owed")
    public void on(RefundOwed owed) {
        var order = orders.find(owed.order()).orElseThrow();
        var amount = Money.ofMinor(order.total().getCurrencyUnit(), owed.amountMinor());
        payments.refund(order.id(), amount, owed.reason(), owed.key());
    }

    @ModuleListener(id = "registration.note-refund")
    public void on(PaymentRefunded refunded) {
        orders.lock(refunded.subject()).ifPresent(order -> refunded(order.id(), order));
    }

    /**
     * The payments say how much went back in all, so that a repeated message counts once; a duplicate that went back was never
     * the order's money.
     */
    private void refunded(UUID id, OrderRow order) {
        var received = Money.zero(order.total().getCurrencyUnit());
        var back = received;
        for (var payment : payments.of(id)) {
            back = back.plus(payment.refunded());
            switch (payment.status()) {
                case PAID, PARTLY_REFUNDED, REFUNDED -> received = received.plus(payment.amount());
                case OPEN, PROCESSING, FAILED, CLOSED -> {}
            }
        }
        var twice = received.minus(order.total());
        var refunded = twice.isPositive() ? back.minus(twice) : back;
        var status = order.status().mayBecome(OrderStatus.REFUNDED) ? OrderStatus.REFUNDED : order.status();
        orders.refunded(id, status, refunded.isNegative() ? Money.zero(refunded.getCurrencyUnit()) : refunded);
    }

    @ModuleListener(id = "registration.note-failed-payment")
    public void on(PaymentFailed failed) {
        LOG.info("payment {} of order {} failed; the order waits for another", failed.payment(), failed.subject());
    }
}
