package org.plenary.tenancy.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.tenancy.SchemaCopies.Description;
import org.plenary.tenancy.SchemaCopies.Field;
import org.plenary.tenancy.SchemaCopies.Table;
import org.postgresql.PGConnection;

/** What the database itself knows of a schema's tables, and their rows for those who read them elsewhere. */
final class SchemaDescription {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    /** What only opens doors is of no use to anybody elsewhere. */
    private static final Pattern DOORS =
            Pattern.compile("(^|.*_)(secret|token|password|nonce)s?(_.*|$)|(^|.*_)hash(es)?$");

    /** What a spreadsheet takes for a formula, after what it does not see; as in {@link org.plenary.kernel.CsvCell}. */
    private static final String FORMULA = "^[[:space:][:cntrl:]\u00ad\u200b-\u200f\u2060\ufeff]*[=+@＝＋－＠-]";

    private static final String FIELDS = """
            select a.attname, format_type(a.atttypid, a.atttypmod), format_type(a.atttypid, null), a.attnotnull,
                   exists (select 1 from pg_index i
                           where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)),
                   (select min(r.relname) from pg_constraint k join pg_class r on r.oid = k.confrelid
                    where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]),
                   col_description(a.attrelid, a.attnum)
            from pg_attribute a
            where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped order by a.attnum""";

    private SchemaDescription() {}

    static Description of(Connection connection, Table table) throws SQLException {
        try (var query = connection.prepareStatement(FIELDS);
                var about = connection.prepareStatement("select obj_description(cast(? as regclass), 'pg_class')")) {
            query.setString(1, SchemaCopy.quoted(table.name()));
            var fields = new ArrayList<Field>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) if (!DOORS.matcher(rows.getString(1)).matches()) fields.add(field(rows));
            }
            about.setString(1, SchemaCopy.quoted(table.name()));
            try (var row = about.executeQuery()) {
                row.next();
                return new Description(table, row.getString(1), fields);
            }
        }
    }

    private static Field field(ResultSet row) throws SQLException {
        return new Field(
                row.getString(1),
                row.getString(2),
                TEXTS.contains(row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7));
    }

    static long csv(Connection connection, Description description, OutputStream out) throws IOException {
        var cells = description.fields().stream()
                .map(field -> {
                    var name = SchemaCopy.quoted(field.name());
                    return field.isText()
                            ? "case when %1$s ~ E'%2$s' then '''' || %1$s else %1$s end as %1$s"
                                    .formatted(name, FORMULA)
                            : name;
                })
                .collect(Collectors.joining(", "));
        return copy(connection, description, cells, "format csv, header, encoding 'UTF8'", out);
    }

    /** One object for each row. JSON holds none of these characters as they are, so nothing in it is quoted once more. */
    static long json(Connection connection, Description description, OutputStream out) throws IOException {
        var names = description.fields().stream()
                .map(field -> SchemaCopy.quoted(field.name()))
                .collect(Collectors.joining(", "));
        var query = "select row_to_json(t) from (select %s from %s order by %s) t"
                .formatted(
                        names, SchemaCopy.quoted(description.table().name()), order(connection, description.table()));
        return copy(connection, query, "format csv, quote E'\\x01', delimiter E'\\x02', encoding 'UTF8'", out);
    }

    private static long copy(
            Connection connection, Description description, String cells, String format, OutputStream out)
            throws IOException {
        var query = "select %s from %s order by %s"
                .formatted(
                        cells, SchemaCopy.quoted(description.table().name()), order(connection, description.table()));
        return copy(connection, query, format, out);
    }

    private static long copy(Connection connection, String query, String format, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (" + format + ")", SchemaCopy.open(out));
        } catch (SQLException e) {
            throw new IllegalStateException("a table could not be exported", e);
        }
    }

    private static String order(Connection connection, Table table) {
        try {
            return SchemaCopy.order(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
