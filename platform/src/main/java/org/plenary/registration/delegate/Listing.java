package org.plenary.registration.delegate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.plenary.registration.delegate.Filter.Comparison;
import org.plenary.registration.delegate.Filter.Condition;
import org.plenary.registration.delegate.Filter.Group;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which delegates a list shows and how: what an address, a saved view and an export have in common. As parameters,
 * {@code w.<group>.<condition>.column} and so on are the conditions.
 *
 * @param query part of a name, an address, an order's code or a ticket; empty for all
 * @param status empty for all
 * @param columns keys in the order shown; never empty
 * @param sort the key of a column, with a minus for the greatest first
 */
record Listing(String query, String status, Filter filter, List<String> columns, String sort) {
    static final List<String> USUAL_COLUMNS = List.of("name", "email", "country", "fee", "status", "order");
    static final String NEWEST_FIRST = "-registered_at";
    static final Listing ALL = new Listing("", "", Filter.NONE, USUAL_COLUMNS, NEWEST_FIRST);
    static final int MOST_CONDITIONS = 20;
    private static final int MOST_GROUPS = 10;
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 200;
    private static final String ANY = "any";
    private static final Set<String> OWN = Set.of("q", "status", "col", "sort", ANY);
    private static final Pattern CONDITION = Pattern.compile("w\\.(\\d)\\.(\\d{1,2})\\.column");

    Listing {
        columns = columns.isEmpty() ? USUAL_COLUMNS : List.copyOf(columns);
    }

    /** Whether the parameters say anything of a listing, or leave it to the view. */
    static boolean isIn(MultiValueMap<String, String> parameters) {
        return parameters.keySet().stream().anyMatch(name -> OWN.contains(name) || name.startsWith("w."));
    }

    static Listing of(MultiValueMap<String, String> parameters) {
        var sort = first(parameters, "sort");
        var columns = parameters.getOrDefault("col", List.of()).stream()
                .distinct()
                .limit(MOST_COLUMNS)
                .toList();
        return new Listing(
                first(parameters, "q").strip(),
                first(parameters, "status"),
                filter(parameters),
                columns,
                sort.isEmpty() ? NEWEST_FIRST : sort);
    }

    private static Filter filter(MultiValueMap<String, String> parameters) {
        var groups = new TreeMap<Integer, TreeMap<Integer, Condition>>();
        parameters.keySet().forEach(name -> {
            var match = CONDITION.matcher(name);
            if (!match.matches()) return;
            var at = name.substring(0, name.length() - ".column".length());
            var column = first(parameters, name);
            // a line that was left empty
            if (column.isBlank()) return;
            groups.computeIfAbsent(Integer.valueOf(match.group(1)), _ -> new TreeMap<>())
                    .put(Integer.valueOf(match.group(2)), condition(parameters, at, column));
        });
        var kept = new ArrayList<Group>();
        groups.forEach((index, conditions) -> kept.add(new Group(
                isOn(parameters, "w." + index + "." + ANY),
                conditions.values().stream().limit(MOST_CONDITIONS).toList())));
        return new Filter(
                isOn(parameters, ANY), kept.stream().limit(MOST_GROUPS).toList());
    }

    private static Condition condition(MultiValueMap<String, String> parameters, String at, String column) {
        var value = first(parameters, at + ".value").strip();
        // a column that was just chosen is looked through, not matched as a whole
        var usual = value.isEmpty() ? Comparison.CONTAINS : Comparison.IS;
        return new Condition(
                column,
                Comparison.of(first(parameters, at + ".test")).orElse(usual),
                value,
                first(parameters, at + ".to").strip());
    }

    /** Finds texts that are too long. */
    void check(Violations found) {
        found.optionalText("/q", query, LONGEST);
        for (var i = 0; i < filter.groups().size(); i++) {
            var conditions = filter.groups().get(i).conditions();
            for (var k = 0; k < conditions.size(); k++) {
                var at = "/w/" + i + "/" + k;
                found.optionalText(at + "/column", conditions.get(k).column(), LONGEST);
                found.optionalText(at + "/value", conditions.get(k).value(), LONGEST);
                found.optionalText(at + "/to", conditions.get(k).to(), LONGEST);
            }
        }
    }

    /** As {@link #of} reads them; the sort is always there, so that a listing of everything is told from none at all. */
    MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (!query.isEmpty()) parameters.add("q", query);
        if (!status.isEmpty()) parameters.add("status", status);
        if (filter.any()) parameters.add(ANY, "true");
        for (var i = 0; i < filter.groups().size(); i++) {
            var group = filter.groups().get(i);
            if (group.any()) parameters.add("w." + i + "." + ANY, "true");
            for (var k = 0; k < group.conditions().size(); k++)
                add(parameters, "w." + i + "." + k, group.conditions().get(k));
        }
        if (!columns.equals(USUAL_COLUMNS)) columns.forEach(column -> parameters.add("col", column));
        parameters.add("sort", sort);
        return parameters;
    }

    private static void add(MultiValueMap<String, String> parameters, String at, Condition condition) {
        parameters.add(at + ".column", condition.column());
        parameters.add(at + ".test", condition.comparison().wire());
        if (!condition.value().isEmpty()) parameters.add(at + ".value", condition.value());
        if (!condition.to().isEmpty()) parameters.add(at + ".to", condition.to());
    }

    /** An address that opens it; a path of ours, with more parameters of its own. */
    String address(String path, Map<String, String> more) {
        var all = parameters();
        more.forEach(all::set);
        return all.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    Listing withStatus(String other) {
        return new Listing(query, other, filter, columns, sort);
    }

    Listing withFilter(Filter other) {
        return new Listing(query, status, other, columns, sort);
    }

    Listing withColumns(List<String> other) {
        return new Listing(query, status, filter, other, sort);
    }

    Listing withSort(String other) {
        return new Listing(query, status, filter, columns, other);
    }

    String sortColumn() {
        return isDescending() ? sort.substring(1) : sort;
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    /** Whether it leaves anybody out. */
    boolean isNarrowed() {
        return !query.isEmpty() || !status.isEmpty() || filter.size() > 0;
    }

    private static boolean isOn(MultiValueMap<String, String> parameters, String name) {
        return first(parameters, name).equals("true");
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        @Nullable String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}
