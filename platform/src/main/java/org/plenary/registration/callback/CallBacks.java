package org.plenary.registration.callback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Page;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What delegates have confirmed of their coming. */
@Repository
class CallBacks {
    private static final int ALL_TICKS = Tick.values().length;

    private final JdbcClient jdbc;

    CallBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param missing what is not confirmed yet; never empty */
    record Open(UUID delegate, String name, String email, String order, List<Tick> missing) {
        /** Templates call it. */
        public List<String> keys() {
            return missing.stream().map(Tick::wire).toList();
        }
    }

    /** @param complete who have confirmed everything */
    record Figures(int people, int complete, Map<Tick, Integer> ticked) {
        public int open() {
            return people - complete;
        }
    }

    void write(UUID delegate, List<Tick> ticks, @Nullable String by, Instant now) {
        jdbc.sql("""
                INSERT INTO call_back (delegate_id, ticks, said_at, said_by) VALUES (:delegate, :ticks, :now, :by)
                ON CONFLICT (delegate_id) DO UPDATE SET ticks = excluded.ticks, said_at = excluded.said_at,
                    said_by = excluded.said_by""")
                .param("delegate", delegate)
                .param("ticks", ticks.stream().map(Tick::wire).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    /** Those of the delegates who have said anything. */
    Map<UUID, List<Tick>> of(List<UUID> delegates) {
        var ticks = new HashMap<UUID, List<Tick>>();
        if (delegates.isEmpty()) return ticks;
        jdbc.sql("SELECT delegate_id, ticks FROM call_back WHERE delegate_id IN (:delegates)")
                .param("delegates", delegates)
                .query((RowCallbackHandler) row ->
                        ticks.put(row.getObject(1, UUID.class), Tick.of(Arrays.asList((String[])
                                row.getArray(2).getArray()))));
        return ticks;
    }

    Figures figures(UUID conference) {
        var people = new int[2];
        var ticked = new HashMap<Tick, Integer>();
        jdbc.sql("""
                SELECT coalesce(c.ticks, '{}') AS ticks, count(*) FROM delegate d LEFT JOIN call_back c ON c.delegate_id = d.id
                WHERE d.conference_id = :conference AND d.status = 'confirmed' AND d.name <> '' GROUP BY 1""").param("conference", conference).query((RowCallbackHandler) row -> {
            var ticks = Tick.of(Arrays.asList((String[]) row.getArray(1).getArray()));
            people[0] += row.getInt(2);
            if (ticks.size() == ALL_TICKS) people[1] += row.getInt(2);
            var count = row.getInt(2);
            ticks.forEach(tick -> ticked.merge(tick, count, Integer::sum));
        });
        return new Figures(people[0], people[1], ticked);
    }

    /** Confirmed delegates with something open, in the order of their registration. */
    Page<Open> open(UUID conference, int limit, @Nullable UUID after) {
        var rows = jdbc.sql("""
                SELECT d.id, d.name, d.email, o.code, coalesce(c.ticks, '{}') AS ticks
                FROM delegate d JOIN orders o ON o.id = d.order_id LEFT JOIN call_back c ON c.delegate_id = d.id
                WHERE d.conference_id = :conference AND d.status = 'confirmed' AND d.name <> ''
                  AND cardinality(coalesce(c.ticks, '{}')) < :all AND (CAST(:after AS uuid) IS NULL OR d.id > :after)
                ORDER BY d.id LIMIT :limit""")
                .param("conference", conference)
                .param("all", ALL_TICKS)
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit + 1)
                .query((row, n) -> {
                    var ticks = Tick.of(Arrays.asList((String[]) row.getArray(5).getArray()));
                    return new Open(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Arrays.stream(Tick.values())
                                    .filter(tick -> !ticks.contains(tick))
                                    .toList());
                })
                .list();
        return Page.of(rows, limit, row -> row.delegate().toString());
    }
}
