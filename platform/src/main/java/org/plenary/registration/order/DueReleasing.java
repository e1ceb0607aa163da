package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.plenary.registration.payway.SettingWays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels orders that were confirmed on credit and are not paid in time: by the ordinary cancellation, so that the refund policy says
 * what becomes of what was paid. Talks to the payment provider first, so it holds no transaction.
 */
@Component
public class DueReleasing {
    private static final Logger LOG = LoggerFactory.getLogger(DueReleasing.class);

    private final DueOrders due;
    private final SettingWays ways;
    private final Payments payments;
    private final Released released;
    private final Orders orders;

    DueReleasing(DueOrders due, SettingWays ways, Payments payments, Released released, Orders orders) {
        this.due = due;
        this.ways = ways;
        this.payments = payments;
        this.released = released;
        this.orders = orders;
    }

    /** Releases those of the bound tenant whose organizers want that; returns how many. */
    public int release() {
        var count = 0;
        for (var order : due.by(-1)) {
            var days = ways.of(order.conference()).releaseAfterDays();
            if (days != null && released.isOverdue(order, days) && release(order, days)) count++;
        }
        if (count > 0) LOG.info("{} orders were released that were not paid in time", count);
        return count;
    }

    private boolean release(OrderRow order, int days) {
        try {
            return payments.closePage(order.id()) && released.end(order.id(), days);
        } catch (Problem.Unavailable e) {
            LOG.warn("whether order {} is paid cannot be known now; it stands: {}", order.id(), e.detail());
            return false;
        } catch (RuntimeException e) {
            LOG.error("order {} could not be released", order.id(), e);
            return false;
        }
    }

    /**
     * Staff release an order now of which something is open.
     *
     * @throws Problem.Conflict {@code already_paid}, or {@code nothing_open}
     */
    void byHand(UUID id) {
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() == OrderStatus.CONFIRMED && !payments.closePage(id))
            throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
        if (!released.end(id, null)) throw new Problem.Conflict("nothing_open", "Nothing of this order is open.");
    }

    /** Each in a transaction of its own. */
    @Component
    static class Released {
        private final Orders orders;
        private final Balances balances;
        private final Withdrawing withdrawing;
        private final MessageSource messages;
        private final AuditTrail audit;

        Released(Orders orders, Balances balances, Withdrawing withdrawing, MessageSource messages, AuditTrail audit) {
            this.orders = orders;
            this.balances = balances;
            this.withdrawing = withdrawing;
            this.messages = messages;
            this.audit = audit;
        }

        boolean isOverdue(OrderRow order, int days) {
            return balances.of(order)
                    .flatMap(Balance::next)
                    .filter(part -> part.dueOn().plusDays(days).isBefore(balances.today(order)))
                    .isPresent();
        }

        /** @param days that something must be overdue; null when it only must be open @return false when it is not */
        @Transactional
        public boolean end(UUID id, @org.jspecify.annotations.Nullable Integer days) {
            var order = orders.lock(id)
                    .filter(found -> found.status() == OrderStatus.CONFIRMED)
                    .orElse(null);
            var balance = order == null ? null : balances.of(order).orElse(null);
            if (order == null || balance == null || !balance.owes()) return false;
            if (days != null && !isOverdue(order, days)) return false;
            var open = balance.open();
            var why = messages.getMessage("registration.due.released-why", null, order.locale());
            var done = withdrawing.release(id, why);
            audit.record(
                    "order.released",
                    order.code(),
                    Map.of(
                            "open_minor",
                            open.getAmountMinorLong(),
                            "refund_minor",
                            done.refund().getAmountMinorLong()));
            return true;
        }
    }
}
