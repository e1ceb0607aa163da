package org.plenary.registration.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes to be forgotten. Every write belongs to a use case's transaction. */
@Repository
class Erasures {
    private static final String SELECT = """
            SELECT e.*, o.code, o.contact_name FROM erasure e JOIN orders o ON o.id = e.order_id\s""";

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same was asked, and is not over. */
    boolean insert(Subject subject, Instant now) {
        return jdbc.sql("""
                INSERT INTO erasure (id, conference_id, order_id, status, asked_at)
                VALUES (:id, :conference, :order, 'asked', :now) ON CONFLICT DO NOTHING""")
                        .param("id", Ids.next())
                        .param("conference", subject.conference())
                        .param("order", subject.order())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Erasure> find(UUID conference, UUID id) {
        return jdbc.sql(SELECT + "WHERE e.conference_id = :conference AND e.id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(Erasures::erasure)
                .optional();
    }

    /** The last one of an order. */
    Optional<Erasure> ofOrder(UUID order) {
        return jdbc.sql(SELECT + "WHERE e.order_id = :order ORDER BY e.id DESC LIMIT 1")
                .param("order", order)
                .query(Erasures::erasure)
                .optional();
    }

    /** What waits for a decision first, the oldest of it first; then what was decided, the newest first. */
    List<Erasure> list(UUID conference, int most) {
        return jdbc.sql(SELECT + """
                WHERE e.conference_id = :conference
                ORDER BY e.status = 'asked' DESC, CASE WHEN e.status = 'asked' THEN e.asked_at END, e.id DESC LIMIT :most""")
                .param("conference", conference)
                .param("most", most)
                .query(Erasures::erasure)
                .list();
    }

    /** False when somebody decided it before. */
    boolean decide(UUID id, String status, @Nullable String reason, String by, Instant now) {
        return jdbc.sql("""
                UPDATE erasure SET status = :status, reason = coalesce(:reason, ''), decided_by = :by, decided_at = :now
                WHERE id = :id AND status = 'asked'""")
                        .param("status", status)
                        .param("reason", reason, Types.VARCHAR)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Waits for whoever else does the same; false when it is done already. */
    boolean done(UUID id, Instant now) {
        return jdbc.sql("UPDATE erasure SET status = 'done', done_at = :now WHERE id = :id AND status = 'approved'")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that were approved some time ago and are not done yet. */
    List<Erasure> late(Instant before, int most) {
        return jdbc.sql(SELECT + "WHERE e.status = 'approved' AND e.decided_at < :before ORDER BY e.id LIMIT :most")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(Erasures::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("code"),
                row.getString("status"),
                row.getString("contact_name"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("reason"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
