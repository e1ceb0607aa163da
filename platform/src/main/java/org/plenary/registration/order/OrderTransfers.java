package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders are paid by bank transfer, and until when. */
@Component
class OrderTransfers {
    private final JdbcClient jdbc;

    OrderTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param dueOn when the money is to be there */
    record Chosen(UUID order, LocalDate dueOn, Instant chosenAt) {}

    Optional<Chosen> find(UUID order) {
        return jdbc.sql("SELECT order_id, due_on, chosen_at FROM order_transfer WHERE order_id = :order")
                .param("order", order)
                .query((row, n) -> new Chosen(
                        row.getObject("order_id", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getTimestamp("chosen_at").toInstant()))
                .optional();
    }

    /** Whoever chooses it again, once the first time is over, has another date. */
    void choose(Chosen chosen) {
        jdbc.sql("""
                INSERT INTO order_transfer (order_id, due_on, chosen_at) VALUES (:order, :due, :at)
                ON CONFLICT (order_id) DO UPDATE SET due_on = excluded.due_on, chosen_at = excluded.chosen_at,
                    reminded_at = NULL""")
                .param("order", chosen.order())
                .param("due", chosen.dueOn())
                .param("at", Timestamp.from(chosen.chosenAt()))
                .update();
    }

    /** Orders still unpaid that are due by a day, were chosen before a time, and were not reminded; each is given once. */
    List<UUID> remind(LocalDate dueBy, Instant chosenBefore, Instant now, int limit) {
        return jdbc.sql("""
                UPDATE order_transfer t SET reminded_at = :now
                WHERE t.order_id IN (
                    SELECT x.order_id FROM order_transfer x JOIN orders o ON o.id = x.order_id
                    WHERE o.status = 'pending' AND o.expires_at > :now AND x.reminded_at IS NULL AND x.due_on <= :by
                        AND x.chosen_at < :before
                    ORDER BY x.due_on LIMIT :limit FOR UPDATE OF x SKIP LOCKED)
                RETURNING t.order_id""")
                .param("now", Timestamp.from(now))
                .param("by", dueBy)
                .param("before", Timestamp.from(chosenBefore))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
