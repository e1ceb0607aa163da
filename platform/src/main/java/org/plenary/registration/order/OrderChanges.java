package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of changes that cost something. Every write belongs to a use case's transaction, under the order's lock. */
@Repository
class OrderChanges {
    private static final String SELECT = """
            SELECT c.*, o.currency FROM order_change c JOIN orders o ON o.id = c.order_id
            """;

    private static final TypeReference<Map<String, Integer>> TAKES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerFiles files;

    OrderChanges(JdbcClient jdbc, Json json, AnswerFiles files) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
    }

    void insert(OrderChange change) {
        jdbc.sql("""
                INSERT INTO order_change (id, order_id, status, proposal, held, due_minor, created_at, expires_at)
                VALUES (:id, :order, :status, CAST(:proposal AS jsonb), CAST(:held AS jsonb), :due, :now, :expires)""")
                .param("id", change.id())
                .param("order", change.order())
                .param("status", change.status().wire())
                .param("proposal", json.write(change.proposal()))
                .param("held", json.write(change.proposal().held()))
                .param("due", change.due().getAmountMinorLong())
                .param("now", Timestamp.from(change.createdAt()))
                .param("expires", Timestamp.from(change.expiresAt()))
                .update();
    }

    Optional<OrderChange> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The one that waits for its payment. */
    Optional<OrderChange> pending(UUID order) {
        return of(order).stream()
                .filter(change -> change.status() == ChangeStatus.PENDING)
                .findFirst();
    }

    /** All of an order, in the order in which they were made. */
    List<OrderChange> of(UUID order) {
        return Reading.once(
                OrderChanges.class,
                order,
                () -> jdbc.sql(SELECT + "WHERE c.order_id = :order ORDER BY c.id")
                        .param("order", order)
                        .query(this::row)
                        .list());
    }

    List<UUID> expired(Instant now, int limit) {
        return jdbc.sql("""
                SELECT id FROM order_change WHERE status = 'pending' AND expires_at <= :now
                ORDER BY expires_at LIMIT :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What the change that waits holds beside the order's own lines, in the quotas of today. */
    Map<String, Integer> held(UUID order) {
        return jdbc.sql("SELECT held FROM order_change WHERE order_id = :order AND status = 'pending'")
                .param("order", order)
                .query((row, n) -> json.read(row.getString(1), TAKES))
                .optional()
                .orElse(Map.of());
    }

    /** What was answered is the delegate's now, or nobody's: it is not kept twice. */
    void end(OrderChange change, ChangeStatus status, Instant now) {
        if (!change.status().mayBecome(status))
            throw new IllegalStateException("a change that is " + change.status() + " does not become " + status);
        jdbc.sql("""
                UPDATE order_change SET status = :status, ended_at = :now,
                    proposal = proposal || '{"answers": {}, "name": "", "email": "", "country": ""}'
                WHERE id = :id""")
                .param("status", status.wire())
                .param("now", Timestamp.from(now))
                .param("id", change.id())
                .update();
        if (change.proposal().delegate() != null)
            files.deleteUnlessKept(change.proposal().whose(), change.proposal().answers());
    }

    /** Holds its places longer, while they are held. */
    boolean extend(UUID change, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE order_change SET expires_at = greatest(expires_at, :until)
                WHERE id = :id AND status = 'pending' AND expires_at > :now""")
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(now))
                        .param("id", change)
                        .update()
                == 1;
    }

    /** Holds the places until then, be that later or sooner; false when it is not waiting to be paid. */
    boolean holdUntil(UUID change, Instant until) {
        return jdbc.sql("UPDATE order_change SET expires_at = :until WHERE id = :id AND status = 'pending'")
                        .param("until", Timestamp.from(until))
                        .param("id", change)
                        .update()
                == 1;
    }

    private OrderChange row(ResultSet row, int number) throws SQLException {
        return new OrderChange(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                ChangeStatus.of(row.getString("status")),
                json.read(row.getString("proposal"), Proposal.class),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("due_minor")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
