package org.plenary.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of documents that people hold in their hands: after an older state was restored they go on after the last that was given. */
@Component
public class SeriesOfNumbers {
    private final JdbcClient jdbc;

    SeriesOfNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param table has {@code conference_id}, {@code kind} and {@code next}
     * @param before as {@link Successor#follow} has it
     */
    public void goOn(String table, @Nullable String before, String restored) {
        if (before == null || !isThere(before, table)) return;
        jdbc.sql("""
                        update %2$s.%1$s n set next = greatest(n.next, o.next) from %3$s.%1$s o
                        where o.conference_id = n.conference_id and o.kind = n.kind""".formatted(table, restored, before)).update();
    }

    private boolean isThere(String schema, String table) {
        return jdbc.sql("select to_regclass(?) is not null")
                .param(schema + "." + table)
                .query(Boolean.class)
                .single();
    }
}
