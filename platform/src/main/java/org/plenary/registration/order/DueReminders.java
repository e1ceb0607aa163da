package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of what is to be paid of confirmed orders: some days before, and twice when it is overdue, each once. Once all of an order is
 * overdue, whoever issued the invoice reminds of it.
 */
@Component
public class DueReminders {
    private static final int DAYS_BEFORE = 7;
    private static final int DAYS_OVERDUE = 3;
    private static final int DAYS_LAST = 14;
    /** Who has just ordered knows it. */
    private static final Duration JUST_ORDERED = Duration.ofDays(2);

    private final DueOrders due;
    private final Balances balances;
    private final OrderEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;

    DueReminders(DueOrders due, Balances balances, OrderEvents events, JdbcClient jdbc, Clock clock) {
        this.due = due;
        this.balances = balances;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Reminds the bound tenant's buyers; returns how many. */
    @Transactional
    public int remind() {
        var reminded = 0;
        for (var order : due.by(DAYS_BEFORE)) if (remind(order)) reminded++;
        return reminded;
    }

    private boolean remind(OrderRow order) {
        var balance = balances.of(order).orElse(null);
        var part = balance == null ? null : balance.next().orElse(null);
        if (balance == null || part == null) return false;
        var kind = kind(order, part.dueOn()).orElse(null);
        var isInvoiced = part.equals(balance.parts().getLast());
        if (kind == null || kind != DueTold.Kind.SOON && isInvoiced || !isFirst(order.id(), part, kind)) return false;
        events.dueTold(order.id(), part.position(), kind);
        return true;
    }

    private Optional<DueTold.Kind> kind(OrderRow order, LocalDate dueOn) {
        var today = balances.today(order);
        if (!today.isBefore(dueOn.plusDays(DAYS_LAST))) return Optional.of(DueTold.Kind.LAST);
        if (!today.isBefore(dueOn.plusDays(DAYS_OVERDUE))) return Optional.of(DueTold.Kind.OVERDUE);
        var confirmed = order.confirmedAt();
        var isNew = confirmed != null && confirmed.plus(JUST_ORDERED).isAfter(clock.instant());
        return isNew || today.isAfter(dueOn) || today.isBefore(dueOn.minusDays(DAYS_BEFORE))
                ? Optional.empty()
                : Optional.of(DueTold.Kind.SOON);
    }

    /** Two that do it at once write one row. */
    private boolean isFirst(UUID order, Balance.Part part, DueTold.Kind kind) {
        return jdbc.sql("""
                INSERT INTO order_due_reminder (order_id, position, due_on, kind, sent_at)
                VALUES (:order, :position, :due, :kind, :now) ON CONFLICT DO NOTHING""")
                        .param("order", order)
                        .param("position", part.position())
                        .param("due", part.dueOn())
                        .param("kind", kind.wire())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
