package org.plenary.registration.calloff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.MoneyBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cancelling a conference would do, in numbers. */
@Component
class CallOffNumbers {
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final MoneyBack money;

    CallOffNumbers(JdbcClient jdbc, MoneyBack money) {
        this.jdbc = jdbc;
        this.money = money;
    }

    /**
     * @param open orders that nobody has paid; @param places of tours
     * @param most what goes back when all goes back, in each currency
     * @param held what came in and is here, by way and currency
     */
    record Numbers(
            int open,
            int confirmed,
            int delegates,
            int rooms,
            int places,
            List<Money> most,
            List<MoneyBack.Held> held) {
        public boolean byHand() {
            return held.stream().anyMatch(each -> each.way() != MoneyBack.Way.CARD);
        }
    }

    Numbers of(UUID conference) {
        return new Numbers(
                count("status IN ('pending', 'awaiting_approval')", conference),
                count("status = 'confirmed'", conference),
                lines("fee", conference),
                lines("room", conference),
                lines("tour", conference),
                most(conference),
                held(conference));
    }

    private int count(String which, UUID conference) {
        return jdbc.sql("SELECT count(*) FROM orders WHERE conference_id = :conference AND " + which)
                .param("conference", conference)
                .query(Integer.class)
                .single();
    }

    private int lines(String kind, UUID conference) {
        return jdbc.sql("""
                SELECT coalesce(sum(CASE WHEN l.kind = 'room' THEN 1 ELSE l.quantity END), 0)
                FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE o.conference_id = :conference AND o.status IN ('pending', 'awaiting_approval', 'confirmed')
                    AND l.kind = :kind AND l.cancelled_at IS NULL AND NOT l.replaced""")
                .param("conference", conference)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** As each order's own cancellation works it out: what its lines cost, and never more than is left of what was paid. */
    private List<Money> most(UUID conference) {
        return jdbc
                .sql("""
                SELECT o.currency, sum(least(o.total_minor - greatest(o.refunded_minor + o.forgiven_minor, o.returning_minor), l.worth)) AS most
                FROM orders o JOIN (
                    SELECT order_id, sum(total_minor) AS worth FROM order_line
                    WHERE cancelled_at IS NULL AND NOT replaced AND kind <> 'kept' GROUP BY order_id) l ON l.order_id = o.id
                WHERE o.conference_id = :conference AND o.status = 'confirmed'
                GROUP BY o.currency ORDER BY o.currency""")
                .param("conference", conference)
                .query((row, n) -> Money.ofMinor(CurrencyUnit.of(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .filter(Money::isPositive)
                .toList();
    }

    private record Key(MoneyBack.Way way, CurrencyUnit currency) {}

    private List<MoneyBack.Held> held(UUID conference) {
        var all = new LinkedHashMap<Key, MoneyBack.Held>();
        var page = subjects(conference, null);
        while (!page.isEmpty()) {
            for (var each : money.held(page)) add(all, each);
            page = subjects(conference, page.getLast());
        }
        return List.copyOf(all.values());
    }

    private static void add(Map<Key, MoneyBack.Held> all, MoneyBack.Held more) {
        all.merge(
                new Key(more.way(), more.amount().getCurrencyUnit()),
                more,
                (a, b) -> new MoneyBack.Held(
                        a.way(), a.payments() + b.payments(), a.amount().plus(b.amount())));
    }

    /** Confirmed orders and their changes, each of which is paid for by itself. */
    private List<UUID> subjects(UUID conference, @Nullable UUID after) {
        return jdbc.sql("""
                SELECT id FROM (
                    SELECT id FROM orders WHERE conference_id = :conference AND status = 'confirmed'
                    UNION ALL
                    SELECT c.id FROM order_change c JOIN orders o ON o.id = c.order_id
                    WHERE o.conference_id = :conference AND o.status = 'confirmed') s
                WHERE cast(:after AS uuid) IS NULL OR id > :after ORDER BY id LIMIT :limit""")
                .param("conference", conference)
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
