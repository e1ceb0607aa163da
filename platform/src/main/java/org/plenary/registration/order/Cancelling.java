package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Cancels orders: unpaid ones once nothing can be paid for them any more, confirmed ones with what goes back. */
@Component
public class Cancelling {
    private final Orders orders;
    private final Ending ending;
    private final Payments payments;
    private final Json json;
    private final Audited audited;

    Cancelling(Orders orders, Ending ending, Payments payments, Json json, Audited audited) {
        this.orders = orders;
        this.ending = ending;
        this.payments = payments;
        this.json = json;
        this.audited = audited;
    }

    /**
     * What to cancel and give back, as it stands on the wire.
     *
     * @param lines {@code "all"}; null means the same
     * @param refund money, or {@code "by_policy"}; null means the same
     */
    public record CancelOrder(
            @Nullable JsonNode lines, @Nullable JsonNode refund) {
        public static final CancelOrder ALL_BY_POLICY = new CancelOrder(null, null);
    }

    /**
     * Cancels a whole order. Talks to the payment provider first, so it holds no transaction.
     *
     * @param mayRefund whether the caller may cancel what is confirmed
     * @throws Problem.Conflict {@code not_cancellable}, {@code already_paid} or {@code order_changed}
     */
    public void cancel(UUID id, CancelOrder command, boolean mayRefund) {
        if (command.lines() != null
                && !command.lines().isNull()
                && !command.lines().asString("").equals("all"))
            throw new Problem.InvalidInput("/lines", "only_all", "Orders are cancelled as a whole: \"all\".");
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        switch (order.status()) {
            case PENDING -> cancelUnpaid(order);
            case CONFIRMED -> {
                if (!mayRefund) throw notCancellable();
                var refund = refund(order, command.refund());
                audited.run(
                        order,
                        Map.of("refund_minor", refund.getAmountMinorLong()),
                        () -> ending.cancelConfirmed(id, refund));
            }
            case EXPIRED, CANCELLED, REFUNDED -> throw notCancellable();
        }
    }

    private void cancelUnpaid(OrderRow order) {
        if (!payments.close(order.id()))
            throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
        audited.run(order, Map.of(), () -> ending.cancelUnpaid(order.id()));
    }

    /** By policy everything goes back that has not gone back yet. */
    private Money refund(OrderRow order, @Nullable JsonNode asked) {
        var most = order.total().minus(order.refunded());
        if (asked == null || asked.isNull() || asked.asString("").equals("by_policy")) return most;
        try {
            var money = json.read(asked.toString(), Money.class);
            if (money.getCurrencyUnit().equals(most.getCurrencyUnit())
                    && !money.isNegative()
                    && !money.isGreaterThan(most)) return money;
        } catch (JacksonException e) {
            throw new Problem.InvalidInput("/refund", "type", "Money, or \"by_policy\".");
        }
        throw new Problem.InvalidInput("/refund", "range", "From nothing to " + most + ".");
    }

    private static Problem.Conflict notCancellable() {
        return new Problem.Conflict("not_cancellable", "This order cannot be cancelled as it stands.");
    }

    /** Runs a change and its entry in the audit trail in one transaction. */
    @Component
    static class Audited {
        private final AuditTrail audit;
        private final TransactionTemplate transaction;

        Audited(AuditTrail audit, org.springframework.transaction.PlatformTransactionManager manager) {
            this.audit = audit;
            this.transaction = new TransactionTemplate(manager);
        }

        void run(OrderRow order, Map<String, ?> details, Runnable change) {
            transaction.executeWithoutResult(status -> {
                change.run();
                audit.record("order.cancelled", order.code(), details);
            });
        }
    }
}
