package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.fee.PriceRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How the prices of unpaid orders change, one row for each order and period. They stay: they are the order's history. */
@Component
class PriceChanges {
    private static final String SELECT = """
            SELECT p.order_id, p.period_at, p.due_at, p.announced_at, p.changed_at, p.kept_at, p.from_minor, p.to_minor,
                o.currency FROM order_price p JOIN orders o ON o.id = p.order_id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    PriceChanges(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that a buyer is to know of, the oldest first. */
    List<PriceChange> of(UUID order) {
        return jdbc.sql(SELECT + """
                WHERE p.order_id = :order AND (p.announced_at IS NOT NULL OR p.changed_at IS NOT NULL)
                   AND (p.changed_at IS NOT NULL OR o.status = 'pending' AND NOT o.price_kept AND EXISTS (
                       SELECT FROM sales_rules r WHERE r.conference_id = o.conference_id
                         AND r.definition ->> 'price_rule' = :rule))
                ORDER BY p.period_at""")
                .param("rule", PriceRule.LOCKED_WHEN_PAID.wire())
                .param("order", order)
                .query(PriceChanges::row)
                .list();
    }

    Optional<PriceChange> find(UUID order, Instant periodAt) {
        return jdbc.sql(SELECT + "WHERE p.order_id = :order AND p.period_at = :period")
                .param("order", order)
                .param("period", Timestamp.from(periodAt))
                .query(PriceChanges::row)
                .optional();
    }

    /**
     * Unpaid orders that were priced before the period and can be paid in it, and of which nobody has thought yet.
     *
     * @param after id of the last one seen; null for the first
     */
    List<UUID> unconsidered(UUID conference, Instant periodAt, Instant now, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                SELECT o.id FROM orders o
                WHERE o.conference_id = :conference AND o.status = 'pending' AND NOT o.price_kept
                  AND o.expires_at > greatest(CAST(:period AS timestamptz), CAST(:now AS timestamptz))
                  AND coalesce(o.priced_at, o.created_at) < :period
                  AND (CAST(:after AS uuid) IS NULL OR o.id > :after)
                  AND NOT EXISTS (SELECT FROM order_price p WHERE p.order_id = o.id AND p.period_at = :period)
                ORDER BY o.id LIMIT :limit""")
                .param("conference", conference)
                .param("period", Timestamp.from(periodAt))
                .param("now", Timestamp.from(now))
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those whose time has come, of orders that can still be paid, the longest overdue first. */
    List<PriceChange> due(UUID conference, Instant now, int limit) {
        return jdbc.sql(SELECT + """
                WHERE o.conference_id = :conference AND o.status = 'pending' AND o.expires_at > :now
                   AND NOT o.price_kept AND p.changed_at IS NULL AND p.due_at <= :now
                ORDER BY p.due_at, p.order_id LIMIT :limit""")
                .param("conference", conference)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(PriceChanges::row)
                .list();
    }

    /** What is due for one order. */
    List<PriceChange> dueOf(UUID order, Instant now) {
        return jdbc.sql(SELECT + """
                WHERE p.order_id = :order AND o.status = 'pending' AND NOT o.price_kept
                   AND p.changed_at IS NULL AND p.due_at <= :now ORDER BY p.period_at""")
                .param("order", order)
                .param("now", Timestamp.from(now))
                .query(PriceChanges::row)
                .list();
    }

    void insert(PriceChange change) {
        jdbc.sql("""
                INSERT INTO order_price (order_id, period_at, due_at, announced_at, from_minor, to_minor)
                VALUES (:order, :period, :due, :announced, :from, :to)
                ON CONFLICT (order_id, period_at) DO UPDATE
                SET due_at = excluded.due_at, announced_at = excluded.announced_at, to_minor = excluded.to_minor""")
                .param("order", change.order())
                .param("period", Timestamp.from(change.periodAt()))
                .param("due", Timestamp.from(change.dueAt()))
                .param("announced", change.announcedAt() == null ? null : Timestamp.from(change.announcedAt()))
                .param("from", change.from().getAmountMinorLong())
                .param("to", change.to().getAmountMinorLong())
                .update();
    }

    /** @param before what the lines cost, in case that a payment comes in that was started before */
    void changed(PriceChange change, List<LinePrices.LinePrice> before, Instant now, Money from, Money to) {
        jdbc.sql("""
                UPDATE order_price SET changed_at = :now, from_minor = :from, to_minor = :to,
                    before = CAST(:before AS jsonb)
                WHERE order_id = :order AND period_at = :period""")
                .param("now", Timestamp.from(now))
                .param("from", from.getAmountMinorLong())
                .param("to", to.getAmountMinorLong())
                .param("before", json.write(before))
                .param("order", change.order())
                .param("period", Timestamp.from(change.periodAt()))
                .update();
    }

    /** What else was to change the price by now has no more to change. */
    void passed(PriceChange change, Instant now) {
        jdbc.sql("""
                DELETE FROM order_price WHERE order_id = :order AND period_at <> :period AND period_at <= :now
                  AND changed_at IS NULL""")
                .param("order", change.order())
                .param("period", Timestamp.from(change.periodAt()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Periods that begin at other times by now, because their fees were edited, change nothing. */
    void forget(UUID conference, Collection<Instant> coming, Instant now) {
        jdbc.sql("""
                DELETE FROM order_price p USING orders o
                WHERE o.id = p.order_id AND o.conference_id = :conference AND p.changed_at IS NULL
                  AND p.period_at > :now AND p.period_at <> ALL (CAST(:coming AS timestamptz[]))""")
                .param("conference", conference)
                .param("now", Timestamp.from(now))
                .param(
                        "coming",
                        new SqlArrayValue(
                                "timestamptz",
                                coming.stream().map(Timestamp::from).toArray()))
                .update();
    }

    /** A price that the order had, and the prices of its lines then. */
    record Former(Instant periodAt, List<LinePrices.LinePrice> lines) {}

    /** The newest of the order's former prices that was this sum. */
    Optional<Former> former(UUID order, Money price) {
        return jdbc.sql("""
                SELECT period_at, before FROM order_price
                WHERE order_id = :order AND changed_at IS NOT NULL AND from_minor = :price
                ORDER BY period_at DESC LIMIT 1""")
                .param("order", order)
                .param("price", price.getAmountMinorLong())
                .query((row, n) -> new Former(
                        row.getTimestamp(1).toInstant(),
                        Arrays.asList(json.read(row.getString(2), LinePrices.LinePrice[].class))))
                .optional();
    }

    void kept(UUID order, Instant periodAt, Instant now) {
        jdbc.sql("UPDATE order_price SET kept_at = :now WHERE order_id = :order AND period_at >= :period")
                .param("now", Timestamp.from(now))
                .param("order", order)
                .param("period", Timestamp.from(periodAt))
                .update();
    }

    private static PriceChange row(ResultSet row, int number) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new PriceChange(
                row.getObject("order_id", UUID.class),
                row.getTimestamp("period_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "announced_at"),
                instant(row, "changed_at"),
                instant(row, "kept_at"),
                Money.ofMinor(currency, row.getLong("from_minor")),
                Money.ofMinor(currency, row.getLong("to_minor")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
