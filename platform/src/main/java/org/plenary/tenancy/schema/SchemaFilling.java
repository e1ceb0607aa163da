package org.plenary.tenancy.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plenary.tenancy.SchemaCopies.Sum;
import org.plenary.tenancy.SchemaCopies.Table;
import org.plenary.tenancy.SchemaCopies.Target;
import org.postgresql.PGConnection;

/**
 * Fills a schema that nobody uses yet, in one transaction. Its foreign keys are taken off meanwhile, so that tables come in any
 * order, and set again at the end, which checks them all.
 */
final class SchemaFilling implements Target {
    private static final String FOREIGN_KEYS = """
            select quote_ident(r.relname), quote_ident(c.conname), pg_get_constraintdef(c.oid)
            from pg_constraint c join pg_class r on r.oid = c.conrelid
            where c.connamespace = current_schema()::regnamespace and c.contype = 'f' order by 1, 2""";

    private final Connection connection;
    private final List<String> again = new ArrayList<>();

    SchemaFilling(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var query = connection.createStatement();
                var rows = query.executeQuery(FOREIGN_KEYS);
                var statement = connection.createStatement()) {
            while (rows.next()) {
                var table = "alter table " + rows.getString(1);
                statement.execute(table + " drop constraint " + rows.getString(2));
                again.add(table + " add constraint " + rows.getString(2) + " " + rows.getString(3));
            }
        }
    }

    /** What the changes themselves have put in is in the copy too. */
    @Override
    public void load(Table table, InputStream copy) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate " + SchemaCopy.quoted(table.name()));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin"
                                    .formatted(SchemaCopy.quoted(table.name()), SchemaCopy.columns(table)),
                            copy);
        } catch (SQLException e) {
            throw new IllegalStateException("the table " + table.name() + " could not be filled", e);
        }
    }

    @Override
    public Sum sum(Table table) throws IOException {
        return SchemaCopy.out(connection, table, OutputStream.nullOutputStream());
    }

    @Override
    public void keep() {
        try (var statement = connection.createStatement()) {
            for (var each : again) statement.execute(each);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the filled schema does not hold together", e);
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
