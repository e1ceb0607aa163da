package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds confirmed orders of which something is or was due lately; whether it is paid their balances say. */
@Component
class DueOrders {
    /** What is overdue for longer is left to people. */
    private static final int DAYS_BACK = 150;

    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DueOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param days from today; those first whose day came last, so that none is late because of many that are paid */
    List<OrderRow> by(int days) {
        var today = LocalDate.ofInstant(clock.instant(), Tenancy.require().timeZone());
        return jdbc.sql("""
                SELECT o.* FROM orders o JOIN (
                    SELECT order_id, max(due_on) AS due_on FROM order_due WHERE due_on BETWEEN :from AND :to
                    GROUP BY order_id) d ON d.order_id = o.id
                WHERE o.status = 'confirmed' ORDER BY d.due_on DESC, o.id LIMIT :limit""")
                .param("from", today.minusDays(DAYS_BACK))
                .param("to", today.plusDays(days))
                .param("limit", AT_ONCE)
                .query(OrderRow::of)
                .list();
    }
}
