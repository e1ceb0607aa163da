package org.plenary.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.plenary.tenancy.schema.ScriptForBench;

/**
 * Organizations that have all that another one has, in schemas of their own. They are copied row by row and not signed up, for
 * five thousand would take half an hour.
 */
final class Neighbours {
    private static final int AT_ONCE = 4;

    private final Organizer first;
    private final String script;
    private final List<String> copies;
    private int count;

    /** @param first who is copied, as it is now */
    Neighbours(Organizer first) throws Exception {
        this.first = first;
        script = ScriptForBench.text();
        // what another scenario has upgraded the first one to is not in the script
        copies = first.database().texts("""
                select format('insert into %1$I (%2$s) overriding system value select %2$s from %3$I.%1$I', name, columns, ?)
                from (select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
                    from information_schema.columns
                    where table_schema = ? and is_generated = 'NEVER' and 'next_version' not in (table_name, column_name)
                    group by 1) c
                where name not like 'databasechangelog%'""", first.schema(), first.schema());
    }

    /** Makes those that are missing. */
    void grow(int number) throws InterruptedException {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (var i = count; i < number; i++) {
                var next = i;
                work.add(() -> {
                    make(next);
                    return true;
                });
            }
            for (var done : executor.invokeAll(work)) done.resultNow();
        }
        count = number;
    }

    private void make(int number) throws SQLException {
        var schema = schema(number);
        try (var connection = first.database().open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local synchronous_commit = off");
            // copies come in any order of the tables
            statement.execute("set local session_replication_role = replica");
            statement.execute("create schema " + schema);
            statement.execute("set local search_path to " + schema);
            statement.execute(script);
            for (var copy : copies) statement.execute(copy);
            register(connection, number, schema);
            connection.commit();
        }
    }

    private void register(Connection connection, int number, String schema) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into control.tenant
                select (jsonb_populate_record(t, jsonb_build_object('id', ?, 'slug', ?, 'schema_name', ?))).*
                from control.tenant t where id = ?""")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, slug(number));
            insert.setString(3, schema);
            insert.setObject(4, first.tenant());
            insert.execute();
        }
    }

    static String schema(int number) {
        return "t_%010d".formatted(number);
    }

    static String slug(int number) {
        return "many%05d".formatted(number);
    }
}
