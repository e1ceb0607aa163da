package org.plenary.tenancy.schema;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that PostgreSQL knows of a schema, as sorted lines in which the schema's own name does not stand. */
final class SchemaPicture {
    private static final String RELATIONS = """
            select 'relation', c.relname, c.relkind::text, c.relpersistence::text, obj_description(c.oid, 'pg_class')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? order by 2""";
    private static final String COLUMNS = """
            select 'column', c.relname || '.' || a.attname, a.attnum, format_type(a.atttypid, a.atttypmod),
                   case when a.attnotnull then 'not null' else 'null' end, pg_get_expr(d.adbin, d.adrelid),
                   a.attidentity::text, a.attgenerated::text, col_description(c.oid, a.attnum)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where n.nspname = ? and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 2""";
    private static final String CONSTRAINTS = """
            select 'constraint', coalesce(c.relname, '') || '.' || k.conname, k.contype::text,
                   pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace left join pg_class c on c.oid = k.conrelid
            where n.nspname = ? order by 2""";
    private static final String INDEXES = """
            select 'index', indexname, indexdef from pg_indexes where schemaname = ? order by 2""";
    private static final String HISTORY = """
            select 'change', orderexecuted, id, author, filename, md5sum, exectype from %s.databasechangelog order by 2""";

    private final JdbcClient jdbc;
    private final String schema;

    SchemaPicture(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    List<String> structure() {
        var lines = new ArrayList<String>();
        for (var query : List.of(RELATIONS, COLUMNS, CONSTRAINTS, INDEXES))
            lines.addAll(lines(jdbc.sql(query).param(schema)));
        return lines;
    }

    /** What Liquibase believes to have done, in its order. */
    List<String> history() {
        return lines(jdbc.sql(HISTORY.formatted(schema)));
    }

    List<String> tables() {
        return jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and c.relkind = 'r' order by 1""").param(schema).query(String.class).list();
    }

    private List<String> lines(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> {
                    var cells = new ArrayList<String>();
                    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) cells.add(row.getString(i));
                    return String.join(
                                    " | ", cells.stream().map(String::valueOf).toList())
                            .replace(schema + ".", "");
                })
                .list();
    }
}
