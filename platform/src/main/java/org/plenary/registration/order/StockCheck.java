package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the counters of the stock with the orders that use it up. */
@Component
public class StockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StockCheck.class);

    private final JdbcClient jdbc;

    StockCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param counted by the stock; @param used by the lines of live orders */
    public record Difference(UUID conference, String key, int counted, int used) {}

    /** What does not agree in the bound tenant, read in one snapshot; empty when all is well. */
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        return jdbc.sql("""
                WITH used AS (
                    SELECT o.conference_id, take.key, sum(take.value::int)::int AS used
                    FROM orders o JOIN order_line l ON l.order_id = o.id, jsonb_each_text(l.takes) AS take
                    WHERE o.status IN ('pending', 'confirmed')
                    GROUP BY o.conference_id, take.key)
                SELECT conference_id, key, coalesce(s.used, 0) AS counted, coalesce(u.used, 0) AS used
                FROM stock s FULL JOIN used u USING (conference_id, key)
                WHERE coalesce(s.used, 0) <> coalesce(u.used, 0)""")
                .query((row, n) ->
                        new Difference(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
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
