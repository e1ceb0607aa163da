package org.plenary.registration.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.registration.order.OrderCredits.Credit;
import org.plenary.registration.order.OrderCredits.Status;
import org.plenary.registration.payway.PayBy;
import org.plenary.registration.payway.SettingWays;
import org.plenary.registration.policy.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets institutions pay by invoice: once that is granted, their order is certain, the invoice is issued, and all of it is open until the
 * day on which it is due.
 */
@Component
class PayingLater {
    private final Orders orders;
    private final Agreed agreed;
    private final SettingWays ways;
    private final Certain certain;
    private final Clock clock;

    PayingLater(Orders orders, Agreed agreed, SettingWays ways, Certain certain, Clock clock) {
        this.orders = orders;
        this.agreed = agreed;
        this.ways = ways;
        this.certain = certain;
        this.clock = clock;
    }

    /** What was said of it, and when it is to be paid. */
    @Component
    record Agreed(OrderCredits credits, OrderDues dues) {}

    /** What makes it certain, and who is told. */
    @Component
    record Certain(Confirmation confirmation, Policies policies, OrderEvents events, AuditTrail audit) {}

    Optional<Credit> find(UUID order) {
        return agreed.credits().find(order);
    }

    /** When an invoice of today would be due; empty when this order is not paid so. */
    Optional<LocalDate> dueOn(ConferenceView conference, OrderRow order) {
        var today = ways.today(conference);
        var offered = ways.of(conference.id());
        return order.isBillable() && offered.takes(PayBy.INVOICE, conference, today)
                ? Optional.of(offered.invoiceDueOn(conference, today))
                : Optional.empty();
    }

    /**
     * The buyer wants to pay later: staff decide on it, or it is granted at once, as the organizer has set it. The order holds its places
     * and its price until then; it can be paid in other ways meanwhile.
     *
     * @throws Problem.Conflict {@code already_paid}, {@code order_ended}, {@code invoice_not_offered}
     */
    @Transactional
    public void ask(ConferenceView conference, UUID id) {
        var order = lock(id);
        var now = clock.instant();
        if (order.status() == OrderStatus.CONFIRMED)
            throw new Problem.Conflict("already_paid", "This order is paid already.");
        if (order.status() != OrderStatus.PENDING
                || order.isFree()
                || !order.expiresAt().isAfter(now))
            throw new Problem.Conflict("order_ended", "This order has ended; please start again.");
        var due = requireDueOn(conference, order);
        if (find(id).filter(Credit::waits).isPresent()) return;
        agreed.credits().ask(id, now);
        orders.keepPrice(id);
        if (!ways.of(conference.id()).approvesInvoices()) {
            agreed.credits().decide(id, Status.GRANTED, "", now);
            confirm(order, due);
            return;
        }
        orders.extend(id, now, endOf(due, conference));
        certain.events().creditMoved(id, Status.ASKED);
    }

    /** @throws Problem.Conflict {@code not_awaiting} when the order cannot be granted it as it stands, {@code invoice_not_offered} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(ConferenceView conference, UUID id) {
        var order = waiting(id);
        var due = requireDueOn(conference, order);
        agreed.credits().decide(id, Status.GRANTED, "", clock.instant());
        confirm(order, due);
        certain.audit().record("order.invoice-granted", order.code(), Map.of("due_on", due.toString()));
    }

    /** The buyer has as long to pay otherwise as one whose order was approved. @throws Problem.Conflict {@code not_awaiting} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deny(ConferenceView conference, UUID id, String reason) {
        var order = waiting(id);
        var now = clock.instant();
        if (find(id).filter(Credit::waits).isEmpty()) throw notAwaiting();
        agreed.credits().decide(id, Status.DENIED, reason, now);
        orders.move(
                id,
                OrderStatus.PENDING,
                now.plus(certain.policies().of(conference.id()).untilPaid()));
        certain.events().creditMoved(id, Status.DENIED);
        certain.audit().record("order.invoice-denied", order.code(), Map.of());
    }

    private void confirm(OrderRow order, LocalDate due) {
        agreed.dues().agree(order.id(), List.of(new OrderDues.Due(order.id(), 0, order.total(), due)));
        certain.confirmation().confirm(order, null);
    }

    private OrderRow waiting(UUID id) {
        var order = lock(id);
        if (order.status() != OrderStatus.PENDING || order.isFree()) throw notAwaiting();
        return order;
    }

    private OrderRow lock(UUID id) {
        return orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
    }

    private LocalDate requireDueOn(ConferenceView conference, OrderRow order) {
        return dueOn(conference, order)
                .orElseThrow(() -> new Problem.Conflict(
                        "invoice_not_offered",
                        "This order cannot be paid later; it needs an organization and its postal address."));
    }

    private static Problem.Conflict notAwaiting() {
        return new Problem.Conflict("not_awaiting", "This order does not wait for such a decision.");
    }

    private static Instant endOf(LocalDate day, ConferenceView conference) {
        return day.plusDays(1).atStartOfDay(conference.timeZone()).toInstant();
    }
}
