package org.plenary.registration.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders are to be paid later, by invoice, and what staff said to it. */
@Component
class OrderCredits {
    private final JdbcClient jdbc;

    OrderCredits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Status {
        ASKED,
        GRANTED,
        DENIED;

        /** The name on the wire, in texts and in the database. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param reason why it is denied, for the buyer; empty otherwise */
    record Credit(Status status, Instant askedAt, String reason) {
        /** Templates call it. */
        public boolean waits() {
            return status == Status.ASKED;
        }
    }

    Optional<Credit> find(UUID order) {
        return jdbc.sql("SELECT status, asked_at, reason FROM order_credit WHERE order_id = :order")
                .param("order", order)
                .query((row, n) -> new Credit(
                        Status.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3)))
                .optional();
    }

    /** Whoever was denied may ask again. */
    void ask(UUID order, Instant now) {
        jdbc.sql("""
                INSERT INTO order_credit (order_id, status, asked_at) VALUES (:order, 'asked', :now)
                ON CONFLICT (order_id) DO UPDATE SET status = 'asked', asked_at = excluded.asked_at, decided_at = NULL,
                    reason = ''""").param("order", order).param("now", Timestamp.from(now)).update();
    }

    void decide(UUID order, Status status, String reason, Instant now) {
        jdbc.sql("""
                INSERT INTO order_credit (order_id, status, asked_at, decided_at, reason)
                VALUES (:order, :status, :now, :now, :reason)
                ON CONFLICT (order_id) DO UPDATE SET status = excluded.status, decided_at = excluded.decided_at,
                    reason = excluded.reason""")
                .param("order", order)
                .param("status", status.wire())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }
}
