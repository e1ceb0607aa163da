package org.plenary.tenancy.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.plenary.tenancy.SchemaCopies.Description;
import org.plenary.tenancy.SchemaCopies.Source;
import org.plenary.tenancy.SchemaCopies.Sum;
import org.plenary.tenancy.SchemaCopies.Table;

/** Reads one schema in one snapshot: nothing that is written meanwhile is seen, and nobody who writes waits. */
final class SchemaReading implements Source {
    private final Connection connection;
    private final Function<Connection, Map<String, String>> sums;

    SchemaReading(Connection connection, Function<Connection, Map<String, String>> sums) throws SQLException {
        this.connection = connection;
        this.sums = sums;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public List<String> changes() {
        return texts("select filename from databasechangelog order by orderexecuted");
    }

    @Override
    public List<Table> tables() {
        return texts("""
                        select relname from pg_class
                        where relnamespace = current_schema()::regnamespace and relkind = 'r'
                          and relname not like 'databasechangelog%' order by 1""").stream()
                .map(name -> new Table(name, texts("""
                        select attname from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum""".formatted(SchemaCopy.quoted(name)))))
                .toList();
    }

    @Override
    public Sum copy(Table table, OutputStream out) throws IOException {
        return SchemaCopy.out(connection, table, out);
    }

    @Override
    public Description describe(Table table) {
        try {
            return SchemaDescription.of(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long csv(Description table, OutputStream out) throws IOException {
        return SchemaDescription.csv(connection, table, out);
    }

    @Override
    public long json(Description table, OutputStream out) throws IOException {
        return SchemaDescription.json(connection, table, out);
    }

    @Override
    public Map<String, String> sums() {
        return sums.apply(connection);
    }

    @Override
    public List<UUID> files() {
        return texts("select id from stored_file order by id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<String> texts(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
