package org.plenary.admin.vitals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures the tenants of one page in two queries, however many there are. It counts when it is asked, rather than keeping
 * a table up to date by a job: an operator who looks at a tenant wants to see what is there now, a page has few tenants,
 * and both counts come from an index. On a database spread over machines this is the place to ask each of them.
 */
@Component
public class TenantUsage {
    /** Schemas' names are made by us and stand in SQL as they are. */
    private static final Pattern SCHEMA = Pattern.compile("t_[a-z0-9]+");

    private final JdbcClient jdbc;

    TenantUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Size(String schema, long bytes, boolean countable) {}

    /** By schema; one that does not exist yet has none. */
    public Map<String, Usage> of(List<Tenant> tenants) {
        var schemas = tenants.stream()
                .map(Tenant::schema)
                .filter(schema -> SCHEMA.matcher(schema).matches())
                .toList();
        var usages = new HashMap<String, Usage>();
        if (schemas.isEmpty()) return usages;
        var sizes = sizes(schemas);
        for (var size : sizes) usages.put(size.schema(), new Usage(0, 0, size.bytes()));
        var countable = sizes.stream().filter(Size::countable).map(Size::schema).toList();
        if (!countable.isEmpty()) count(countable, usages);
        return usages;
    }

    /** A schema that is behind may lack the tables that are counted. */
    private List<Size> sizes(List<String> schemas) {
        return jdbc.sql("""
                        select n.nspname, sum(pg_total_relation_size(c.oid)),
                               count(*) filter (where c.relname in ('conference', 'delegate')) = 2
                        from pg_namespace n join pg_class c on c.relnamespace = n.oid
                        where n.nspname in (:schemas) and c.relkind = 'r'
                        group by n.nspname""")
                .param("schemas", new ArrayList<>(schemas))
                .query((row, number) -> new Size(row.getString(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    private void count(List<String> schemas, Map<String, Usage> usages) {
        var sql = schemas.stream().map(TenantUsage::counting).collect(Collectors.joining(" union all "));
        jdbc.sql(sql).query(row -> {
            var schema = row.getString(1);
            var bytes = usages.getOrDefault(schema, Usage.NONE).storageBytes();
            usages.put(schema, new Usage(row.getLong(2), row.getLong(3), bytes));
        });
    }

    private static String counting(String schema) {
        return """
                select '%1$s', (select count(*) from %1$s.conference),
                       (select count(*) from %1$s.delegate where status = 'confirmed')""".formatted(schema);
    }
}
