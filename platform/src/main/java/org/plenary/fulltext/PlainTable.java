package org.plenary.fulltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Finds things by their words in the database alone, in one statement that reads the rows of one conference: that there is something while
 * the index is away, not that it is quick. The caller's transaction bounds its time.
 *
 * @param from tables and the condition, which names {@code :conference}; as in {@code paper p where p.conference = :conference}
 * @param id the expression of a thing's id
 * @param fields name to the expression of its text, with a line for each value
 * @param facets name to the expression of its values, an array of text
 * @param parameters of these expressions
 */
public record PlainTable(
        String from,
        String id,
        Map<String, String> fields,
        Map<String, String> facets,
        Map<String, Object> parameters) {
    /** A transaction in which a page is read ends after these seconds. */
    public static final int SECONDS = 3;

    private static final String CODES = "codes";
    private static final List<String> MEANT = List.of("title", "keywords", "body");
    private static final int MOST_VALUES = 100;

    private enum Part {
        HIT,
        TOTAL,
        FACET
    }

    /** @param key of a hit, by which it stands where it does */
    private record Line(
            Part part,
            String name,
            String value,
            long count,
            @Nullable String key) {}

    public PlainPage page(JdbcClient jdbc, PlainQuery query) {
        var values = new HashMap<>(parameters);
        values.put("conference", query.conference());
        var found = new ArrayList<Line>();
        jdbc.sql(statement(query, values)).params(values).query(row -> {
            found.add(new Line(
                    Part.values()[row.getInt(1)],
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5)));
        });
        var hits = found.stream()
                .filter(line -> line.part() == Part.HIT)
                .map(line -> new PlainQuery.Last(UUID.fromString(line.value()), line.key()))
                .toList();
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (var facet : query.facets()) facets.put(facet, counts(found, facet));
        var isMore = hits.size() > query.limit();
        var shown = isMore ? hits.subList(0, query.limit()) : hits;
        return new PlainPage(
                shown.stream().map(PlainQuery.Last::id).toList(),
                shown.isEmpty() ? null : shown.getLast(),
                isMore,
                found.stream()
                        .filter(line -> line.part() == Part.TOTAL)
                        .mapToLong(Line::count)
                        .sum(),
                facets);
    }

    private static Map<String, Long> counts(List<Line> found, String facet) {
        var counts = new LinkedHashMap<String, Long>();
        for (var line : found)
            if (line.part() == Part.FACET && line.name().equals(facet) && counts.size() < MOST_VALUES)
                counts.put(line.value(), line.count());
        return counts;
    }

    private String statement(PlainQuery query, Map<String, Object> values) {
        var parts = new ArrayList<String>();
        var chosen = filter(query.filters(), null, values);
        parts.add("""
                (select 0 as part, '' as name, cast(id as text) as value, -row_number() over (order by %1$s) as n, %2$s as key
                 from found where %3$s and %4$s order by %1$s limit %5$d)""".formatted(
                        order(query.order()), key(query.order()), chosen, after(query, values), query.limit() + 1));
        parts.add("(select 1, '', '', count(*), null from found where %s)".formatted(chosen));
        for (var facet : query.facets())
            parts.add("""
                    (select 2, '%s', value, count(*), null from found cross join lateral unnest(%s) as value
                     where %s group by value)""".formatted(facet, column(facet), filter(query.filters(), facet, values)));
        return """
                with texts as materialized (select %s as id, %s, %s from %s),
                found as materialized (select * from texts where %s)
                select part, name, value, n, key from (%s) as lines order by part, name, n desc, value collate "C\"""".formatted(
                        id,
                        texts(query),
                        facetColumns(query.known(), values),
                        from,
                        matching(query, values),
                        String.join("\nunion all\n", parts));
    }

    private String order(FullText.Order order) {
        return switch (order) {
            case FullText.Order.Best _ -> "id";
            case FullText.Order.Newest _ -> "id desc";
            case FullText.Order.By _ -> key(order) + ", id";
        };
    }

    /** What a row is ordered by besides its id, letter by letter. */
    private String key(FullText.Order order) {
        return order instanceof FullText.Order.By by
                ? "coalesce(%s[1], '') collate \"C\"".formatted(column(by.facet()))
                : "cast(null as text)";
    }

    private String after(PlainQuery query, Map<String, Object> values) {
        var last = query.after();
        if (last == null) return "true";
        values.put("after", last.id());
        if (!(query.order() instanceof FullText.Order.By))
            return query.order() instanceof FullText.Order.Newest ? "id < :after" : "id > :after";
        values.put("key", last.key() == null ? "" : last.key());
        return "(%s, id) > (:key, :after)".formatted(key(query.order()));
    }

    /** Only when something with a blank in it is looked for does it matter where lines end. */
    private String texts(PlainQuery query) {
        var hasBlank = query.words().stream().anyMatch(PlainTable::hasBlank)
                || query.excluded().stream().anyMatch(PlainTable::hasBlank);
        return fields.entrySet().stream()
                .map(field -> {
                    var text = "lower(normalize(coalesce(%s, ''), NFKC))".formatted(field.getValue());
                    if (hasBlank && !field.getKey().equals(CODES))
                        text = "regexp_replace(%s, '\\s+', ' ', 'g')".formatted(text);
                    return "%s as text_%s".formatted(text, checked(field.getKey()));
                })
                .collect(Collectors.joining(", "));
    }

    private static boolean hasBlank(PlainQuery.Word word) {
        return word.text().indexOf(' ') >= 0;
    }

    private String facetColumns(List<FullText.Known> known, Map<String, Object> values) {
        return facets.entrySet().stream()
                .map(facet -> "%s as %s"
                        .formatted(known(facet.getKey(), facet.getValue(), known, values), column(facet.getKey())))
                .collect(Collectors.joining(", "));
    }

    private String known(String facet, String kept, List<FullText.Known> known, Map<String, Object> values) {
        var cases = new StringBuilder();
        for (var i = 0; i < known.size(); i++) {
            var each = known.get(i);
            if (!each.facet().equals(facet)) continue;
            values.put("known" + i, new SqlArrayValue("uuid", each.ids().toArray()));
            values.put("value" + i, each.value());
            cases.append("when %s = any (:known%d) then array[cast(:value%d as text)] ".formatted(id, i, i));
        }
        return cases.isEmpty() ? kept : "case %selse %s end".formatted(cases, kept);
    }

    private String matching(PlainQuery query, Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("true"));
        for (var word : query.words()) conditions.add(occurs(word, values));
        for (var word : query.excluded()) conditions.add("not " + occurs(word, values));
        return String.join(" and ", conditions);
    }

    private String occurs(PlainQuery.Word word, Map<String, Object> values) {
        var name = "word" + values.size();
        var escaped = word.text()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        values.put(name, "%" + escaped + "%");
        // of a code the beginning: a number is not found by one of its last digits
        values.put(name + "code", "%\n" + escaped + "%");
        var places = fields.keySet().stream()
                .filter(field -> word.field() == null || word.field().equals(field))
                .map(field -> field.equals(CODES)
                        ? "E'\\n' || text_codes like :%scode".formatted(name)
                        : "text_%s like :%s".formatted(field, name))
                .toList();
        var all = new ArrayList<>(places);
        for (var other : word.others()) {
            var meant = "other" + values.size();
            values.put(meant, whole(other));
            MEANT.stream()
                    .filter(fields::containsKey)
                    .forEach(field -> all.add("text_%s ~ :%s".formatted(field, meant)));
        }
        return all.isEmpty() ? "false" : "(" + String.join(" or ", all) + ")";
    }

    /** A word that nobody typed is found as a whole one, so that RL is not in "world"; Chinese has no blanks between words. */
    private static String whole(String word) {
        var escaped = Arrays.stream(word.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(part -> part.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0"))
                .collect(Collectors.joining("\\s+"));
        var isChinese = word.codePoints().anyMatch(Character::isIdeographic);
        return isChinese ? escaped : "(^|[^[:alnum:]])" + escaped + "($|[^[:alnum:]])";
    }

    private String filter(Map<String, List<String>> filters, @Nullable String except, Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("true"));
        filters.forEach((facet, accepted) -> {
            if (facet.equals(except) || accepted.isEmpty()) return;
            var column = column(facet);
            // a text of the database never has the character that it cannot keep
            var possible = accepted.stream().filter(value -> value.indexOf('\0') < 0);
            values.put(column, new SqlArrayValue("text", possible.toArray()));
            conditions.add("%s && :%s".formatted(column, column));
        });
        return String.join(" and ", conditions);
    }

    private String column(String facet) {
        if (!facets.containsKey(facet)) throw new IllegalArgumentException("not a facet: " + facet);
        return "facet_" + checked(facet);
    }

    private static String checked(String name) {
        if (!name.matches("[a-z_]{1,40}")) throw new IllegalArgumentException("not a name: " + name);
        return name;
    }
}
