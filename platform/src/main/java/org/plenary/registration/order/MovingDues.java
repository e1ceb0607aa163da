package org.plenary.registration.order;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.payments.Invoices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives buyers more time. The document that was issued keeps the day that it says. */
@Component
class MovingDues {
    private final Orders orders;
    private final OrderDues dues;
    private final Balances balances;
    private final ConferenceApi conferences;
    private final Told told;

    MovingDues(Orders orders, OrderDues dues, Balances balances, ConferenceApi conferences, Told told) {
        this.orders = orders;
        this.dues = dues;
        this.balances = balances;
        this.conferences = conferences;
        this.told = told;
    }

    /** Who else goes by the day. */
    @Component
    record Told(Invoices invoices, OrderEvents events, AuditTrail audit) {}

    /**
     * @param dueOn after today; the end of the conference at the latest
     * @throws Problem.Conflict {@code nothing_open} when the part is paid, or the order is over
     */
    @Transactional
    public void move(UUID id, int position, @Nullable LocalDate dueOn) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        var balance = balances.of(order).orElseThrow(MovingDues::unknown);
        var part = balance.parts().stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(MovingDues::unknown);
        if (order.status() != OrderStatus.CONFIRMED || !part.owes())
            throw new Problem.Conflict("nothing_open", "Nothing of this order is open.");
        var end = conferences.byId(order.conference()).endsOn();
        var found = new Violations();
        found.required("/due_on", dueOn);
        found.check(
                dueOn == null || dueOn.isAfter(balances.today(order)) && !dueOn.isAfter(end),
                "/due_on",
                "due_day",
                "A day after today, and not after the conference.");
        found.throwIfAny();
        if (dueOn == null || dueOn.equals(part.dueOn())) return;
        dues.move(id, position, dueOn);
        var last = balances.of(order).orElseThrow().parts().getLast().dueOn();
        told.invoices().postpone(id, last);
        told.events().dueTold(id, position, DueTold.Kind.MOVED);
        told.audit()
                .record(
                        "order.due-moved",
                        order.code(),
                        Map.of("from", part.dueOn().toString(), "to", dueOn.toString()));
    }

    private static Problem.NotFound unknown() {
        return new Problem.NotFound("This part");
    }
}
