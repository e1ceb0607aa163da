package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.policy.Policies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The approvals of orders whose fees need one. */
@Component
class Approvals {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final Policies policies;
    private final OrderEvents events;
    private final Clock clock;

    Approvals(JdbcClient jdbc, Orders orders, Policies policies, OrderEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** @param reason for staff; @param message to who ordered */
    record Approval(String status, String reason, String message) {
        boolean isOpen() {
            return status.equals("open");
        }
    }

    /** Has a new order wait for its approval when one of its fees needs it; false when none does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ask(ConferenceView conference, UUID order, Quote quote) {
        var policy = policies.of(conference.id());
        if (quote.delegates().stream()
                .noneMatch(delegate -> policy.needsApproval().contains(delegate.fee()))) return false;
        var now = clock.instant();
        orders.move(order, OrderStatus.AWAITING_APPROVAL, now.plus(policy.untilDecided()));
        jdbc.sql("INSERT INTO approval (order_id, status, asked_at) VALUES (:order, 'open', :now)")
                .param("order", order)
                .param("now", Timestamp.from(now))
                .update();
        events.approvalMoved(order, false);
        return true;
    }

    /** It is to be paid now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toPay(OrderRow order) {
        if (!order.status().mayBecome(OrderStatus.PENDING))
            throw new IllegalStateException("an order that is " + order.status() + " is not approved");
        var until = clock.instant().plus(policies.of(order.conference()).untilPaid());
        orders.move(order.id(), OrderStatus.PENDING, until);
        events.approvalMoved(order.id(), true);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(UUID order, boolean isApproved, String reason, String message) {
        jdbc.sql("""
                UPDATE approval SET status = :status, reason = :reason, message = :message, decided_at = :now
                WHERE order_id = :order""")
                .param("status", isApproved ? "approved" : "rejected")
                .param("reason", reason)
                .param("message", message)
                .param("now", Timestamp.from(clock.instant()))
                .param("order", order)
                .update();
    }

    Optional<Approval> find(UUID order) {
        return jdbc.sql("SELECT status, reason, message FROM approval WHERE order_id = :order")
                .param("order", order)
                .query((row, n) -> new Approval(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
