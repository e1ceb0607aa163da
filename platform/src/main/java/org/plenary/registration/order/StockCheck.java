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

/** Compares the counters of the stock with the orders that use it up, and with the rows of the sellers. */
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

    /** @param counted by the stock; @param used by the lines of live orders and changes that wait, or by a seller's rows */
    public record Difference(UUID conference, String key, int counted, int used) {}

    /** What does not agree in the bound tenant, read in one snapshot; empty when all is well. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Difference> differences() {
        var differences = new ArrayList<>(fromLines());
        differences.addAll(fromSellers());
        return differences;
    }

    private List<Difference> fromLines() {
        return jdbc.sql("""
                WITH ordered AS (
                    SELECT o.conference_id, take.key, sum(take.value::int)::int AS used
                    FROM orders o JOIN order_line l ON l.order_id = o.id, jsonb_each_text(l.takes) AS take
                    WHERE o.status IN ('awaiting_approval', 'pending', 'confirmed') AND l.cancelled_at IS NULL
                    GROUP BY o.conference_id, take.key),
                waiting AS (
                    SELECT o.conference_id, take ->> 'key' AS key, sum((take ->> 'quantity')::int)::int AS used
                    FROM order_change c JOIN orders o ON o.id = c.order_id,
                        jsonb_array_elements(c.proposal -> 'add') AS line, jsonb_array_elements(line -> 'takes') AS take
                    WHERE c.status = 'pending' GROUP BY o.conference_id, take ->> 'key'),
                used AS (
                    SELECT conference_id, key, sum(used)::int AS used
                    FROM (TABLE ordered UNION ALL TABLE waiting) AS summands GROUP BY conference_id, key)
                SELECT conference_id, key, coalesce(s.used, 0) AS counted, coalesce(u.used, 0) AS used
                FROM stock s FULL JOIN used u USING (conference_id, key)
                WHERE coalesce(s.used, 0) <> coalesce(u.used, 0)""")
                .query((row, n) ->
                        new Difference(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    private List<Difference> fromSellers() {
        var counted = new HashMap<Counter, Integer>();
        jdbc.sql("""
                SELECT conference_id, key, used FROM stock
                WHERE used > 0 AND NOT starts_with(key, 'fee:') AND NOT starts_with(key, 'option:')""").query(row -> {
            counted.put(new Counter(row.getObject(1, UUID.class), row.getString(2)), row.getInt(3));
        });
        var used = new HashMap<Counter, Integer>();
        sellers.forEach(seller -> seller.used()
                .forEach(each ->
                        used.merge(new Counter(each.conference(), each.key()), each.quantity(), Math::addExact)));
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
