package org.plenary.registration.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Stock;
import org.plenary.registration.StockFreed;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
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
    private static final int HUNDRED = 100;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StockTable(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public void define(UUID conference, Map<String, @Nullable Integer> capacities) {
        if (capacities.isEmpty()) return;
        var before = lock(conference, capacities.keySet());
        var known = new LinkedHashMap<String, Counter>();
        before.forEach((key, counter) -> known.put(key, counter.of(capacities.get(key))));
        write(conference, before, known);
        jdbc.sql("""
                INSERT INTO stock (conference_id, key, capacity)
                SELECT :conference, wanted.key, wanted.capacity
                FROM unnest(:keys, :capacities) AS wanted (key, capacity) ORDER BY wanted.key
                ON CONFLICT (conference_id, key) DO UPDATE SET capacity = excluded.capacity
                WHERE stock.capacity IS DISTINCT FROM excluded.capacity""")
                .param("conference", conference)
                .param("keys", texts(capacities.keySet()))
                .param(
                        "capacities",
                        new SqlArrayValue("int4", capacities.values().toArray()))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> giveUp(UUID conference, Map<String, Integer> percents) {
        var gone = new TreeMap<String, Integer>();
        var capacities = new TreeMap<String, @Nullable Integer>();
        lock(conference, percents.keySet()).forEach((key, counter) -> {
            var capacity = counter.capacity();
            if (capacity == null) return;
            var less = Math.max(0, capacity - counter.used()) * percents.getOrDefault(key, 0) / HUNDRED;
            if (less == 0) return;
            gone.put(key, less);
            capacities.put(key, capacity - less);
        });
        define(conference, capacities);
        return gone;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Level> levels(UUID conference, String prefix) {
        var levels = new TreeMap<String, Level>();
        jdbc.sql("""
                SELECT key, capacity, used, withheld FROM stock
                WHERE conference_id = :conference AND starts_with(key, :prefix)""").param("conference", conference).param("prefix", prefix).query(row -> {
            levels.put(row.getString(1), new Level((Integer) row.getObject(2), row.getInt(3), row.getInt(4)));
        });
        return levels;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Level> levelsOf(UUID conference, Collection<String> kinds) {
        var levels = new TreeMap<String, Level>();
        jdbc.sql("""
                SELECT key, capacity, used, withheld FROM stock
                WHERE conference_id = :conference AND split_part(key, ':', 1) = ANY (:kinds)""")
                .param("conference", conference)
                .param("kinds", texts(kinds))
                .query(row -> {
                    levels.put(row.getString(1), new Level((Integer) row.getObject(2), row.getInt(3), row.getInt(4)));
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
        var before = lock(conference, wanted.keySet());
        var shortages = shortages(before, wanted, Level::left);
        if (shortages.isEmpty()) change(conference, before, wanted, Counter::take);
        return shortages;
    }

    /**
     * Takes all that is wanted, or nothing, for somebody on the waiting list, who stops waiting: what is kept for the list can be
     * taken too.
     *
     * @param waited all keys that they waited for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> takeInTurn(UUID conference, Map<String, Integer> wanted, Collection<String> waited) {
        var keys = new TreeSet<>(waited);
        keys.addAll(wanted.keySet());
        var before = lock(conference, keys);
        var shortages = shortages(before, wanted, Level::leftInTurn);
        if (!shortages.isEmpty()) return shortages;
        var after = new LinkedHashMap<String, Counter>();
        before.forEach((key, counter) ->
                after.put(key, counter.takeInTurn(wanted.getOrDefault(key, 0)).waiting(waited.contains(key) ? -1 : 0)));
        write(conference, before, after);
        return shortages;
    }

    /** Gives back what was taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(UUID conference, Map<String, Integer> taken) {
        if (!taken.isEmpty()) change(conference, lock(conference, taken.keySet()), taken, Counter::free);
    }

    /**
     * Takes some and gives back others at once, or does nothing. What is given back counts for what is taken, even while others wait
     * for it: it never was free.
     *
     * @return how many are left of each key of which there are too few; empty when all is done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> exchange(UUID conference, Map<String, Integer> wanted, Map<String, Integer> given) {
        var changes = new TreeMap<>(wanted);
        given.forEach((key, quantity) -> changes.merge(key, -quantity, Math::addExact));
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) return Map.of();
        var before = lock(conference, changes.keySet());
        var more = new TreeMap<>(changes);
        more.values().removeIf(change -> change < 0);
        var shortages = shortages(before, more, Level::left);
        if (shortages.isEmpty()) change(conference, before, changes, Counter::exchange);
        return shortages;
    }

    /** Waits for everybody who takes or frees these, and keeps them waiting until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Level> hold(UUID conference, Collection<String> keys) {
        lock(conference, keys);
        return levels(conference, keys);
    }

    /** One more waits for these; what is kept for the list now waits for them too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(UUID conference, Collection<String> keys) {
        jdbc.sql("""
                INSERT INTO stock (conference_id, key, capacity, waiting)
                SELECT :conference, wanted.key, 0, 1 FROM unnest(:keys) AS wanted (key) ORDER BY wanted.key
                ON CONFLICT (conference_id, key) DO UPDATE
                SET waiting = stock.waiting + 1, withheld_ever = stock.withheld_ever + stock.withheld""").param("conference", conference).param("keys", texts(keys)).update();
    }

    /** @param entries how many no longer wait for each key */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopWaiting(UUID conference, Map<String, Integer> entries) {
        change(conference, lock(conference, entries.keySet()), entries, (counter, gone) -> counter.waiting(-gone));
    }

    /** The levels of these keys, and of no other. */
    @Transactional(readOnly = true)
    public Map<String, Level> levels(UUID conference, Collection<String> keys) {
        var levels = new TreeMap<String, Level>();
        jdbc.sql(
                        "SELECT key, capacity, used, withheld FROM stock WHERE conference_id = :conference AND key = ANY (:keys)")
                .param("conference", conference)
                .param("keys", texts(keys))
                .query(row -> {
                    levels.put(row.getString(1), new Level((Integer) row.getObject(2), row.getInt(3), row.getInt(4)));
                });
        return levels;
    }

    /**
     * How much was ever withheld of each key that is waited for: {@link #release} lets go what the list was shown before.
     */
    @Transactional(readOnly = true)
    public Map<String, Long> withheldEver(UUID conference) {
        var ever = new TreeMap<String, Long>();
        jdbc.sql("SELECT key, withheld_ever FROM stock WHERE conference_id = :conference AND waiting > 0")
                .param("conference", conference)
                .query(row -> {
                    ever.put(row.getString(1), row.getLong(2));
                });
        return ever;
    }

    /**
     * Gives back to everybody what nobody on the list could use.
     *
     * @param seen what {@link #withheldEver} gave before the list was looked through; what was withheld later stays
     */
    @Transactional
    public void release(UUID conference, Map<String, Long> seen) {
        var before = lock(conference, seen.keySet());
        if (before.values().stream().allMatch(counter -> counter.withheld() == 0)) return;
        jdbc.sql("""
                UPDATE stock SET withheld = least(withheld, withheld_ever - list.seen)
                FROM unnest(:keys, :seen) AS list (key, seen)
                WHERE stock.conference_id = :conference AND stock.key = list.key AND stock.withheld > 0""")
                .param("conference", conference)
                .param("keys", texts(seen.keySet()))
                .param("seen", new SqlArrayValue("int8", seen.values().toArray()))
                .update();
    }

    private static Map<String, Integer> shortages(
            Map<String, Counter> counters,
            Map<String, Integer> wanted,
            java.util.function.Function<Level, @Nullable Integer> left) {
        var shortages = new LinkedHashMap<String, Integer>();
        wanted.forEach((key, quantity) -> {
            var counter = counters.getOrDefault(key, Counter.NONE);
            var there = left.apply(new Level(counter.capacity(), counter.used(), counter.withheld()));
            if (there != null && there < quantity) shortages.put(key, there);
        });
        return shortages;
    }

    private Map<String, Counter> lock(UUID conference, Collection<String> keys) {
        var counters = new LinkedHashMap<String, Counter>();
        jdbc.sql("""
                SELECT key, capacity, used, withheld, waiting FROM stock
                WHERE conference_id = :conference AND key = ANY (:keys)
                ORDER BY key FOR NO KEY UPDATE""").param("conference", conference).param("keys", texts(keys)).query(row -> {
            counters.put(
                    row.getString(1),
                    new Counter((Integer) row.getObject(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        });
        return counters;
    }

    private void change(
            UUID conference,
            Map<String, Counter> before,
            Map<String, Integer> quantities,
            BiFunction<Counter, Integer, Counter> change) {
        var after = new LinkedHashMap<String, Counter>();
        before.forEach((key, counter) -> after.put(key, change.apply(counter, quantities.getOrDefault(key, 0))));
        write(conference, before, after);
    }

    /** The rows are locked: what was read is what there is. Capacities are not written here. */
    private void write(UUID conference, Map<String, Counter> before, Map<String, Counter> after) {
        var used = new ArrayList<Integer>();
        var withheld = new ArrayList<Integer>();
        var waiting = new ArrayList<Integer>();
        var isNews = false;
        for (var each : after.entrySet()) {
            used.add(each.getValue().used());
            withheld.add(each.getValue().withheld());
            waiting.add(each.getValue().waiting());
            isNews |= each.getValue().concernsTheWaiting(before.getOrDefault(each.getKey(), Counter.NONE));
        }
        jdbc.sql("""
                UPDATE stock SET used = n.used, withheld = n.withheld, waiting = n.waiting,
                    withheld_ever = withheld_ever + greatest(0, n.withheld - stock.withheld)
                FROM unnest(:keys, :used, :withheld, :waiting) AS n (key, used, withheld, waiting)
                WHERE stock.conference_id = :conference AND stock.key = n.key""")
                .param("conference", conference)
                .param("keys", texts(after.keySet()))
                .param("used", new SqlArrayValue("int4", used.toArray()))
                .param("withheld", new SqlArrayValue("int4", withheld.toArray()))
                .param("waiting", new SqlArrayValue("int4", waiting.toArray()))
                .update();
        if (isNews) events.publishEvent(new StockFreed(Tenancy.require().id(), conference));
    }

    private static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }
}
