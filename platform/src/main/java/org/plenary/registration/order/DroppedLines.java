package org.plenary.registration.order;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lines out of orders that nobody has paid, whose thing does not take place. */
@Component
class DroppedLines {
    private final Payments payments;
    private final Dropping dropping;

    DroppedLines(Payments payments, Dropping dropping) {
        this.payments = payments;
        this.dropping = dropping;
    }

    /** A payment page over the old price is closed first: who has just paid is called off as one who paid. */
    boolean drop(UUID order, Collection<UUID> lines, String why) {
        return payments.close(order) && dropping.drop(order, lines, why);
    }

    @Component
    static class Dropping {
        private final Orders orders;
        private final OrderLines lines;
        private final Places places;
        private final Outcome outcome;
        private final AuditTrail audit;

        Dropping(Orders orders, OrderLines lines, Places places, Outcome outcome, AuditTrail audit) {
            this.orders = orders;
            this.lines = lines;
            this.places = places;
            this.outcome = outcome;
            this.audit = audit;
        }

        /** What becomes of an order that has less in it. */
        @Component
        record Outcome(Ending ending, Confirmation confirmation, OrderEvents events) {}

        @Transactional
        public boolean drop(UUID id, Collection<UUID> wanted, String why) {
            var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
            if (!order.status().isOpen()) return false;
            var all = lines.of(order);
            var gone = all.stream().filter(line -> wanted.contains(line.id())).toList();
            if (gone.isEmpty()) return true;
            audit.record("order.lines-dropped", order.code(), Map.of("lines", gone.size()));
            if (gone.size() == all.size()) {
                outcome.ending().cancelUnpaid(id, why);
                return true;
            }
            var ids = gone.stream().map(OrderLines.Line::id).toList();
            places.drop(order, ids);
            var worth = gone.stream()
                    .map(OrderLines.Line::total)
                    .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus);
            lines.remove(id, ids, worth);
            var left = orders.find(id).orElseThrow();
            // What is left may cost nothing: then there is nothing to wait for.
            if (left.isFree() && left.status() == OrderStatus.PENDING)
                outcome.confirmation().confirm(left, null);
            outcome.events().linesDropped(id, why);
            return true;
        }
    }
}
