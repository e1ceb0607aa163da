package org.plenary.registration.order;

import org.plenary.payments.PaymentReceived;
import org.plenary.tenancy.ModuleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What payments mean for changes of orders. A message may come twice, or late. */
@Component
class ChangePayments {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePayments.class);

    private final OrderChanges changes;
    private final Orders orders;
    private final OrderDelegates delegates;
    private final Applying applying;
    private final OrderEvents events;

    ChangePayments(
            OrderChanges changes, Orders orders, OrderDelegates delegates, Applying applying, OrderEvents events) {
        this.changes = changes;
        this.orders = orders;
        this.delegates = delegates;
        this.applying = applying;
        this.events = events;
    }

    @ModuleListener(id = "registration.apply-paid-change")
    public void on(PaymentReceived paid) {
        changes.find(paid.subject())
                .flatMap(change -> orders.lock(change.order()))
                .ifPresent(order -> received(order, changes.find(paid.subject()).orElseThrow(), paid));
    }

    private void received(OrderRow order, OrderChange change, PaymentReceived paid) {
        if (!paid.amount().equals(change.due())) {
            LOG.error("payment {} of change {} is not over what is due; nothing was done", paid.payment(), change.id());
            return;
        }
        switch (change.status()) {
            case PENDING -> {
                var id = change.proposal().delegate();
                var delegate =
                        id == null ? null : delegates.find(order.id(), id).orElseThrow();
                applying.applyPaid(order, delegate, change);
            }
            case APPLIED -> LOG.debug("change {} was applied before", change.id());
            case EXPIRED, CANCELLED -> {
                LOG.info("payment {} of change {} goes back: it came late", paid.payment(), change.id());
                events.refundOwed(order.id(), change.id(), paid.amount(), "late", "late:" + paid.payment());
            }
        }
    }
}
