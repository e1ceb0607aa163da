package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Cancels orders: unpaid ones once nothing can be paid for them any more, confirmed ones or lines of them with what goes back. */
@Component
public class Cancelling {
    private static final int MAXIMUM_LINES = 1000;

    private final Orders orders;
    private final Payments payments;
    private final Json json;
    private final Audited audited;
    private final Cancellations cancellations;

    Cancelling(Orders orders, Payments payments, Json json, Audited audited, Cancellations cancellations) {
        this.orders = orders;
        this.payments = payments;
        this.json = json;
        this.audited = audited;
        this.cancellations = cancellations;
    }

    /**
     * What to cancel and give back, as it stands on the wire.
     *
     * @param lines ids of lines, or {@code "all"}; null means all too
     * @param refund money, or {@code "by_policy"}; null means the same
     */
    public record CancelOrder(
            @Nullable JsonNode lines, @Nullable JsonNode refund) {
        public static final CancelOrder ALL_BY_POLICY = new CancelOrder(null, null);
    }

    /**
     * Cancels an order or lines of it. Talks to the payment provider first, so it holds no transaction.
     *
     * @param isStaff others cancel what is confirmed only as the organizer lets them, and get back what the policy says
     * @return whether nothing is left of the order
     * @throws Problem.Conflict {@code not_cancellable}, {@code already_paid}, {@code line_cancelled} or {@code order_changed}
     */
    public boolean cancel(UUID id, CancelOrder command, boolean isStaff) {
        var lines = lines(command.lines());
        var refund = refund(command.refund());
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        return switch (order.status()) {
            case AWAITING_APPROVAL, PENDING -> {
                if (lines != null)
                    throw new Problem.InvalidInput("/lines", "only_all", "An unpaid order is cancelled as a whole.");
                if (!payments.close(order.id()))
                    throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
                audited.unpaid(order);
                yield true;
            }
            case CONFIRMED -> {
                if (!isStaff) cancellations.checkMayWithdraw(order);
                if (!isStaff) cancellations.checkMayStay(order, lines);
                if (!isStaff && refund != null)
                    throw new Problem.InvalidInput(
                            "/refund", "only_by_policy", "What goes back is what the policy says.");
                yield audited.confirmed(order, lines, refund);
            }
            case EXPIRED, CANCELLED, REJECTED, REFUNDED -> throw Cancellations.notCancellable();
        };
    }

    /** Null for all. */
    private static @Nullable List<UUID> lines(@Nullable JsonNode asked) {
        if (asked == null || asked.isNull() || asked.asString("").equals("all")) return null;
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MAXIMUM_LINES)
            throw new Problem.InvalidInput("/lines", "lines", "The ids of lines, or \"all\".");
        var found = new Violations();
        var lines = new ArrayList<UUID>();
        for (var i = 0; i < asked.size(); i++) {
            try {
                lines.add(UUID.fromString(asked.get(i).asString("")));
            } catch (IllegalArgumentException e) {
                found.add("/lines/" + i, "unknown_line", "This order has no such line.");
            }
        }
        found.throwIfAny();
        return lines;
    }

    /** Null for what the policy says. */
    private @Nullable Money refund(@Nullable JsonNode asked) {
        if (asked == null || asked.isNull() || asked.asString("").equals("by_policy")) return null;
        try {
            return json.read(asked.toString(), Money.class);
        } catch (JacksonException e) {
            throw new Problem.InvalidInput("/refund", "type", "Money, or \"by_policy\".");
        }
    }

    /** Each change and its entry in the audit trail in one transaction. */
    @Component
    static class Audited {
        private final Ending ending;
        private final Withdrawing withdrawing;
        private final AuditTrail audit;

        Audited(Ending ending, Withdrawing withdrawing, AuditTrail audit) {
            this.ending = ending;
            this.withdrawing = withdrawing;
            this.audit = audit;
        }

        @Transactional
        public void unpaid(OrderRow order) {
            ending.cancelUnpaid(order.id());
            audit.record("order.cancelled", order.code(), Map.of());
        }

        @Transactional
        public boolean confirmed(OrderRow order, @Nullable List<UUID> lines, @Nullable Money refund) {
            var done = withdrawing.withdraw(order.id(), lines, refund);
            var minor = done.refund().getAmountMinorLong();
            if (done.whole()) audit.record("order.cancelled", order.code(), Map.of("refund_minor", minor));
            else
                audit.record(
                        "order.lines-cancelled", order.code(), Map.of("lines", done.lines(), "refund_minor", minor));
            return done.whole();
        }
    }
}
