package org.plenary.tenancy.schema;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.plenary.tenancy.SchemaCopies.Sum;
import org.plenary.tenancy.SchemaCopies.Table;
import org.postgresql.PGConnection;

/** One table as text, always in the same order, so that two tables of the same rows are the same text. */
final class SchemaCopy {
    private SchemaCopy() {}

    static Sum out(Connection connection, Table table, OutputStream out) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from %s order by %s) to stdout"
                                    .formatted(columns(table), quoted(table.name()), order(connection, table)),
                            new DigestOutputStream(new Open(out), digest));
            return new Sum(rows, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the table " + table.name() + " could not be read", e);
        }
    }

    static String columns(Table table) {
        return table.columns().stream().map(SchemaCopy::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** By the primary key, byte by byte; a table without one by whole rows. */
    static String order(Connection connection, Table table) throws SQLException {
        try (var query = connection.prepareStatement("""
                select quote_ident(a.attname) || case when t.typcollation <> 0 then ' collate "C"' else '' end
                from pg_index i cross join unnest(i.indkey) with ordinality as k (number, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                join pg_type t on t.oid = a.atttypid
                where i.indrelid = cast(? as regclass) and i.indisprimary order by k.place""")) {
            query.setString(1, quoted(table.name()));
            var key = new java.util.ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) key.add(rows.getString(1));
            }
            List<String> order = key.isEmpty() ? List.of(quoted(table.name()) + "::text collate \"C\"") : key;
            return String.join(", ", order);
        }
    }

    static OutputStream open(OutputStream out) {
        return new Open(out);
    }

    /** The database's driver closes what it has written to. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
