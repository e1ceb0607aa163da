package org.plenary.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what would run if it were shown as anything but text behind every text of an organization's tables that somebody typed: those
 * with a blank in them, which no key, code or state has, and those that a test marked. It finds them by itself, and whether a form would
 * have let it in is not asked.
 */
final class HostileTexts {
    /** As the parts of pages are left where texts stand: attributes, scripts, titles; and as expressions are written. */
    static final String HOSTILE =
            "\"'></script></textarea></title><img src=x onerror=hostile()><script>hostile()</script>"
                    + "[[${7777*7777}]]{{7777*7777}}";

    /** What any of the expressions would become. */
    static final String EVALUATED = String.valueOf(7777 * 7777);

    /** By these things are found, even when they were made of a name that somebody typed. */
    private static final Pattern KEY = Pattern.compile("(.+_)?(key|slug|code|token)s?");

    /** Of the platform itself: events as they are kept until they are dealt with, and which changes a schema has. */
    private static final Pattern NOT_TYPED = Pattern.compile("event_publication.*|databasechangelog.*");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Tenant tenant;
    private final String mark;
    private final Set<String> written = new TreeSet<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    /** @param mark a whole text that somebody typed, without a blank in it */
    HostileTexts(JdbcClient jdbc, Tenant tenant, String mark) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.mark = mark;
    }

    /** The columns that have it now. */
    Set<String> written() {
        return written;
    }

    /** The columns that did not take it, and why. */
    Map<String, String> refused() {
        return refused;
    }

    private record Column(String table, String name, String type) {}

    void write() {
        Tenancy.runAs(tenant, () -> columns().forEach(this::write));
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select c.table_name as table, c.column_name as name, c.udt_name as type from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = ? and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                            and c.udt_name in ('text', 'varchar', '_text', 'jsonb') order by 1, 2""").param(tenant.schema()).query(Column.class).list().stream()
                .filter(column -> !NOT_TYPED.matcher(column.table()).matches()
                        && !KEY.matcher(column.name()).matches())
                .toList();
    }

    private void write(Column column) {
        var name = column.table() + "." + column.name();
        try {
            var rows = switch (column.type()) {
                case "jsonb" -> withinJson(column);
                case "_text" ->
                    jdbc.sql("""
                            update %s set %s = array(
                                select case when each like '%% %%' or each = ? then each || ? else each end from unnest(%2$s) each)
                            where ? = any(%2$s) or array_to_string(%2$s, '') like '%% %%'""".formatted(column.table(), column.name()))
                            .params(mark, HOSTILE, mark)
                            .update();
                default ->
                    jdbc.sql("update %s set %s = %2$s || ? where %2$s like '%% %%' or %2$s = ?"
                                    .formatted(column.table(), column.name()))
                            .params(HOSTILE, mark)
                            .update();
            };
            if (rows > 0) written.add(name);
        } catch (DataAccessException e) {
            refused.put(
                    name,
                    String.valueOf(e.getMostSpecificCause().getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    private int withinJson(Column column) {
        var values = jdbc.sql("select distinct %s::text from %s where %1$s is not null"
                        .formatted(column.name(), column.table()))
                .query(String.class)
                .list();
        var rows = 0;
        for (var value : values) {
            var before = JSON.readTree(value);
            var after = hostile(before);
            if (!after.equals(before))
                rows += jdbc.sql("update %s set %s = ?::jsonb where %2$s = ?::jsonb"
                                .formatted(column.table(), column.name()))
                        .params(List.of(after.toString(), value))
                        .update();
        }
        return rows;
    }

    private JsonNode hostile(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry(
                        (name, value) -> copy.set(name, KEY.matcher(name).matches() ? value : hostile(value)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                new ArrayList<>(array.valueStream().toList()).forEach(each -> copy.add(hostile(each)));
                yield copy;
            }
            default ->
                node.isString() && isTyped(node.asString())
                        ? JsonNodeFactory.instance.stringNode(node.asString() + HOSTILE)
                        : node;
        };
    }

    private boolean isTyped(String text) {
        return text.contains(" ") || text.equals(mark);
    }
}
