package org.plenary.registration.stock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counters behind {@link Stock}. Whoever changes some locks all of theirs in the database's order of keys, once, so that no two
 * transactions can wait for each other; the lock is taken as the last thing before the commit.
 */
@Component
public class StockTable implements Stock {
    private final JdbcClient jdbc;

    StockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void define(UUID conference, Map<String, @Nullable Integer> capacities) {
        if (capacities.isEmpty()) return;
        jdbc.sql("""
                INSERT INTO stock (conference_id, key, capacity)
                SELECT :conference, wanted.key, wanted.capacity
                FROM unnest(:keys, :capacities) AS wanted (key, capacity) ORDER BY wanted.key
                ON CONFLICT (conference_id, key) DO UPDATE SET capacity = excluded.capacity
                WHERE stock.capacity IS DISTINCT FROM excluded.capacity""")
                .param("conference", conference)
                .param("keys", texts(capacities.keySet().toArray()))
                .param(
                        "capacities",
                        new SqlArrayValue("int4", capacities.values().toArray()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Level> levels(UUID conference, String prefix) {
        var levels = new TreeMap<String, Level>();
        jdbc.sql("""
                SELECT key, capacity, used FROM stock
                WHERE conference_id = :conference AND starts_with(key, :prefix)""").param("conference", conference).param("prefix", prefix).query(row -> {
            levels.put(row.getString(1), new Level((Integer) row.getObject(2), row.getInt(3)));
        });
        return levels;
    }

    /**
     * Takes all that is wanted, or nothing.
     *
     * @return how many are left of each key of which there are too few; empty when all is taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> take(UUID conference, Map<String, Integer> wanted) {
        if (wanted.isEmpty()) return Map.of();
        var levels = lock(conference, wanted);
        var shortages = new LinkedHashMap<String, Integer>();
        wanted.forEach((key, quantity) -> {
            var left = levels.getOrDefault(key, new Level(0, 0)).left();
            if (left != null && left < quantity) shortages.put(key, left);
        });
        if (shortages.isEmpty()) add(conference, wanted, 1);
        return shortages;
    }

    /** Gives back what was taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(UUID conference, Map<String, Integer> taken) {
        if (taken.isEmpty()) return;
        lock(conference, taken);
        add(conference, taken, -1);
    }

    /**
     * Takes some and gives back others at once, or does nothing. What is given back counts for what is taken.
     *
     * @return how many are left of each key of which there are too few; empty when all is done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> exchange(UUID conference, Map<String, Integer> wanted, Map<String, Integer> taken) {
        var changes = new TreeMap<>(wanted);
        taken.forEach((key, quantity) -> changes.merge(key, -quantity, Math::addExact));
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) return Map.of();
        var levels = lock(conference, changes);
        var shortages = new LinkedHashMap<String, Integer>();
        changes.forEach((key, change) -> {
            var left = levels.getOrDefault(key, new Level(0, 0)).left();
            if (change > 0 && left != null && left < change) shortages.put(key, left);
        });
        if (shortages.isEmpty()) add(conference, changes, 1);
        return shortages;
    }

    private Map<String, Level> lock(UUID conference, Map<String, Integer> keys) {
        var levels = new LinkedHashMap<String, Level>();
        jdbc.sql("""
                SELECT key, capacity, used FROM stock
                WHERE conference_id = :conference AND key = ANY (:keys)
                ORDER BY key FOR NO KEY UPDATE""")
                .param("conference", conference)
                .param("keys", texts(keys.keySet().toArray()))
                .query(row -> {
                    levels.put(row.getString(1), new Level((Integer) row.getObject(2), row.getInt(3)));
                });
        return levels;
    }

    private void add(UUID conference, Map<String, Integer> quantities, int sign) {
        jdbc.sql("""
                UPDATE stock SET used = used + :sign * change.quantity
                FROM unnest(:keys, :quantities) AS change (key, quantity)
                WHERE stock.conference_id = :conference AND stock.key = change.key""")
                .param("conference", conference)
                .param("sign", sign)
                .param("keys", texts(quantities.keySet().toArray()))
                .param(
                        "quantities",
                        new SqlArrayValue("int4", quantities.values().toArray()))
                .update();
    }

    private static SqlArrayValue texts(Object[] values) {
        return new SqlArrayValue("text", values);
    }
}
