package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.plenary.registration.Sellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the counters of the stock with the orders that use it up, with the rows of the sellers, and with those of the waiting
 * list.
 */
@Component
public class StockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StockCheck.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<Sellable> sellers;

    StockCheck(JdbcClient jdbc, ObjectProvider<Sellable> sellers) {
        this.jdbc = jdbc;
        this.sellers = sellers;
    }

    private record Counter(UUID conference, String key) {}

    /**
     * @param counted by the stock
     * @param used by the lines of live orders and changes that wait, or by a seller's rows, or wished for by those who wait
     */
    public record Difference(UUID conference, String key, int counted, int used) {}

    /** What does not agree in the bound tenant, read in one snapshot; empty when all is well. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Difference> differences() {
        var differences = new ArrayList<>(fromLines());
        differences.addAll(fromSellers());
        differences.addAll(fromTheWaitingList());
        return differences;
    }

    private List<Difference> fromLines() {
        return jdbc.sql("""
                WITH used AS (
                    SELECT conference_id, key, sum(n)::int AS used FROM (
                        SELECT o.conference_id, take.key, take.value::int AS n
                        FROM orders o JOIN order_line l ON l.order_id = o.id, jsonb_each_text(l.takes) AS take
                        WHERE o.status IN ('awaiting_approval', 'pending', 'confirmed') AND l.cancelled_at IS NULL
                        UNION ALL
                        SELECT v.conference_id, kept.key, kept.value::int
                        FROM voucher v, jsonb_each_text(v.held) AS kept
                        UNION ALL
                        SELECT o.conference_id, held.key, held.value::int
                        FROM order_change c JOIN orders o ON o.id = c.order_id, jsonb_each_text(c.held) AS held
                        WHERE c.status = 'pending') AS each
                    GROUP BY conference_id, key)
                SELECT conference_id, key, coalesce(s.used, 0) AS counted, coalesce(u.used, 0) AS used
                FROM stock s FULL JOIN used u USING (conference_id, key)
                WHERE coalesce(s.used, 0) <> coalesce(u.used, 0)""")
                .query((row, n) ->
                        new Difference(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    /** Nothing is withheld that is not free, or that nobody waits for. */
    private List<Difference> fromTheWaitingList() {
        return jdbc.sql("""
                WITH wished AS (
                    SELECT conference_id, key, count(*)::int AS entries FROM waiting_entry, unnest(keys) AS key
                    WHERE status = 'waiting' GROUP BY conference_id, key)
                SELECT conference_id, 'waiting for ' || key, coalesce(s.waiting, 0), coalesce(w.entries, 0)
                FROM stock s FULL JOIN wished w USING (conference_id, key)
                WHERE coalesce(s.waiting, 0) <> coalesce(w.entries, 0)
                UNION ALL
                SELECT conference_id, 'withheld of ' || key, withheld, most FROM (
                    SELECT *, CASE WHEN waiting = 0 OR capacity IS NULL THEN 0 ELSE greatest(0, capacity - used) END AS most
                    FROM stock) AS s
                WHERE withheld > most""")
                .query((row, n) ->
                        new Difference(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    private List<Difference> fromSellers() {
        var counted = new HashMap<Counter, Integer>();
        jdbc.sql("""
                SELECT conference_id, key, used FROM stock
                WHERE used > 0 AND substring(key from '^[a-z]+') NOT IN ('fee', 'option', 'quota', 'voucher', 'buyer')""").query(row -> {
            counted.put(new Counter(row.getObject(1, UUID.class), row.getString(2)), row.getInt(3));
        });
        var used = new HashMap<Counter, Integer>();
        sellers.forEach(seller -> seller.used()
                .forEach(each ->
                        used.merge(new Counter(each.conference(), each.key()), each.quantity(), Math::addExact)));
        // What a change holds until it is paid is in no row of the seller yet.
        jdbc.sql("""
                SELECT o.conference_id, held.key, held.value::int
                FROM order_change c JOIN orders o ON o.id = c.order_id, jsonb_each_text(c.held) AS held
                WHERE c.status = 'pending'
                    AND substring(held.key from '^[a-z]+') NOT IN ('fee', 'option', 'quota', 'voucher', 'buyer')""").query(row -> {
            used.merge(new Counter(row.getObject(1, UUID.class), row.getString(2)), row.getInt(3), Math::addExact);
        });
        var counters = new HashSet<>(counted.keySet());
        counters.addAll(used.keySet());
        return counters.stream()
                .map(c -> new Difference(c.conference(), c.key(), counted.getOrDefault(c, 0), used.getOrDefault(c, 0)))
                .filter(difference -> difference.counted() != difference.used())
                .toList();
    }

    void report() {
        for (var difference : differences())
            LOG.error(
                    "the stock of {} in conference {} counts {}, its orders use {}",
                    difference.key(),
                    difference.conference(),
                    difference.counted(),
                    difference.used());
    }
}
