package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on orders that wait for their approval. */
@Component
class Approving {
    private static final int MAXIMUM_TEXT = 2000;

    private final Orders orders;
    private final Approvals approvals;
    private final Confirmation confirmation;
    private final Ending ending;
    private final AuditTrail audit;

    Approving(Orders orders, Approvals approvals, Confirmation confirmation, Ending ending, AuditTrail audit) {
        this.orders = orders;
        this.approvals = approvals;
        this.confirmation = confirmation;
        this.ending = ending;
        this.audit = audit;
    }

    /**
     * @param decision {@code approve} or {@code reject}
     * @param reason for staff; a rejection has one
     * @param message to who ordered
     */
    record Decide(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String message) {
        void check() {
            var found = new Violations();
            found.check(
                    "approve".equals(decision) || "reject".equals(decision),
                    "/decision",
                    "decision",
                    "This is approve or reject.");
            if (isApproval()) found.optionalText("/reason", reason, MAXIMUM_TEXT);
            else found.text("/reason", reason, MAXIMUM_TEXT);
            found.optionalText("/message", message, MAXIMUM_TEXT);
            found.throwIfAny();
        }

        boolean isApproval() {
            return "approve".equals(decision);
        }
    }

    /**
     * An approved order is to be paid, or certain when it costs nothing; one that is rejected frees its places.
     *
     * @throws Problem.Conflict {@code not_awaiting} when it is decided already, or has ended
     */
    @Transactional
    public void decide(UUID id, Decide command) {
        command.check();
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.AWAITING_APPROVAL)
            throw new Problem.Conflict("not_awaiting", "This order does not wait for an approval.");
        approvals.decided(id, command.isApproval(), text(command.reason()), text(command.message()));
        if (!command.isApproval()) ending.reject(order);
        else if (order.isFree()) confirmation.confirm(order, null);
        else approvals.toPay(order);
        audit.record(command.isApproval() ? "order.approved" : "order.rejected", order.code(), Map.of());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
