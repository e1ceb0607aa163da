package org.plenary.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers of documents that people hold in their hands: after an older state was restored they go on after the last that was given.
 *
 * @param table has {@code conference_id}, {@code kind} and {@code next}
 */
public record SeriesOfNumbers(JdbcClient jdbc, String table) implements Successor {
    @Override
    public void follow(@Nullable String before, String restored) {
        if (before == null || !isIn(before)) return;
        jdbc.sql("""
                        update %2$s.%1$s n set next = greatest(n.next, o.next) from %3$s.%1$s o
                        where o.conference_id = n.conference_id and o.kind = n.kind""".formatted(table, restored, before)).update();
    }

    private boolean isIn(String schema) {
        return jdbc.sql("select to_regclass(?) is not null")
                .param(schema + "." + table)
                .query(Boolean.class)
                .single();
    }
}
