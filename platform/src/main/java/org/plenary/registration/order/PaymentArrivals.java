package org.plenary.registration.order;

import java.time.Clock;
import org.plenary.payments.PaymentFailed;
import org.plenary.payments.PaymentReceived;
import org.plenary.payments.Payments;
import org.plenary.tenancy.ModuleListener;
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
    private final OrderEvents events;
    private final Payments payments;

    PaymentArrivals(Orders orders, Held held, Confirmation confirmation, OrderEvents events, Payments payments) {
        this.orders = orders;
        this.held = held;
        this.confirmation = confirmation;
        this.events = events;
        this.payments = payments;
    }

    @ModuleListener(id = "registration.confirm-paid-order")
    public void on(PaymentReceived paid) {
        orders.lock(paid.subject()).ifPresent(order -> received(order, paid));
    }

    /** What unpaid orders hold, and at which price. */
    @Component
    record Held(Places places, PeriodPricing pricing, UnmatchedPayments unmatched, Balances balances, Clock clock) {}

    private void received(OrderRow asked, PaymentReceived paid) {
        if (paid.payment().equals(asked.payment()) || asked.refused().contains(paid.payment())) return;
        var order = pricedAsPaid(asked, paid);
        // a change may have given a confirmed order another total since
        if (order.status().mayBecome(OrderStatus.CONFIRMED) && !isEnough(order, paid)) {
            LOG.error("payment {} of order {} is not over its total; it is shown to staff", paid.payment(), order.id());
            held.unmatched().keep(order.id(), paid);
            held.balances().refuse(order, paid.payment());
            return;
        }
        switch (order.status()) {
            case PENDING -> {
                if (isPaidBesides(order, paid)) {
                    // it is no more than the order costs: nothing else tells that it is not the order's
                    held.balances().refuseAnyhow(order, paid.payment());
                    owe(order, paid, "duplicate");
                } else confirmation.confirm(order, paid.payment());
            }
            case EXPIRED -> late(order, paid);
            case CONFIRMED -> settle(order, paid);
            case AWAITING_APPROVAL, CANCELLED, REJECTED, REFUNDED -> {
                if (!wasCounted(order, paid)) owe(order, paid, "late");
            }
        }
    }

    private boolean isEnough(OrderRow order, PaymentReceived paid) {
        return held.balances().isEnough(order, paid.payment(), paid.amount());
    }

    /**
     * It was there when the order ended, and what came of it then was reckoned with it: only word of it comes late, or a second
     * time. To whoever ended the order nothing was left open, so without it something would be.
     */
    private boolean wasCounted(OrderRow order, PaymentReceived paid) {
        return held.balances().isOwed(order, paid.payment(), paid.amount());
    }

    /** What was open is paid, or some of it; what is more than that goes back whole. */
    private void settle(OrderRow order, PaymentReceived paid) {
        if (held.balances().isOwed(order, paid.payment(), paid.amount())) {
            events.partPaid(order.id(), paid.payment(), paid.amount());
            return;
        }
        owe(order, paid, "duplicate");
    }

    /** A payment that was started before the price changed keeps the price that it was started with. */
    private OrderRow pricedAsPaid(OrderRow order, PaymentReceived paid) {
        var isOpen = order.status() == OrderStatus.PENDING || order.status() == OrderStatus.EXPIRED;
        if (!isOpen || isEnough(order, paid)) return order;
        return held.pricing()
                .restore(order, paid.amount(), held.clock().instant())
                .orElse(order);
    }

    /** Money that staff took is there already, and the rest of it is paid to them. */
    private boolean isPaidBesides(OrderRow order, PaymentReceived paid) {
        return payments.of(order.id()).stream()
                .anyMatch(payment -> !payment.id().equals(paid.payment())
                        && switch (payment.status()) {
                            case PAID, PARTLY_REFUNDED -> payment.amount().isGreaterThan(payment.refunded());
                            case OPEN, PROCESSING, FAILED, CLOSED, REFUNDED -> false;
                        });
    }

    /** The hold has run out: the places are taken again if all of them are there, else the money goes back. */
    private void late(OrderRow order, PaymentReceived paid) {
        if (held.places().retake(order)) confirmation.confirm(order, paid.payment());
        else owe(order, paid, "late");
    }

    private void owe(OrderRow order, PaymentReceived paid, String reason) {
        LOG.info("payment {} of order {} goes back: {}", paid.payment(), order.id(), reason);
        held.balances().refuse(order, paid.payment());
        events.refundOwed(order.id(), order.id(), paid.amount(), reason, reason + ":" + paid.payment());
    }

    @ModuleListener(id = "registration.note-failed-payment")
    public void on(PaymentFailed failed) {
        LOG.info("payment {} of order {} failed; the order waits for another", failed.payment(), failed.subject());
    }
}
