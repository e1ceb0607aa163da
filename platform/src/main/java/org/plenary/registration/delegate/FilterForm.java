package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.delegate.Filter.Comparison;
import org.plenary.registration.delegate.Filter.Condition;
import org.plenary.registration.delegate.Filter.Group;
import org.springframework.context.MessageSource;

/** Draws a listing's conditions: as a form to change them, and in a few words each. */
final class FilterForm {
    private final Columns columns;
    private final MessageSource messages;
    private final Locale locale;

    FilterForm(Columns columns, MessageSource messages, Locale locale) {
        this.columns = columns;
        this.messages = messages;
        this.locale = locale;
    }

    /** @param lines the conditions, and an empty one to add another */
    record Drawn(int index, boolean any, boolean isNew, List<Line> lines) {}

    /**
     * @param at what the names of its inputs start with
     * @param input {@code none}, {@code text}, {@code number}, {@code date} or {@code select}
     */
    record Line(
            String at,
            String column,
            String test,
            String value,
            String to,
            List<Choice> tests,
            String input,
            List<Choice> options) {
        public boolean isRange() {
            return test.equals(Comparison.BETWEEN.wire());
        }
    }

    /** The groups, and an empty one to add another. */
    List<Drawn> groups(Filter filter) {
        var drawn = new ArrayList<Drawn>();
        for (var i = 0; i < filter.groups().size(); i++)
            drawn.add(group(i, filter.groups().get(i), false));
        drawn.add(group(drawn.size(), new Group(false, List.of()), true));
        return drawn;
    }

    private Drawn group(int index, Group group, boolean isNew) {
        var lines = new ArrayList<Line>();
        for (var condition : group.conditions()) lines.add(line("w." + index + "." + lines.size(), condition));
        lines.add(line("w." + index + "." + lines.size(), new Condition("", Comparison.CONTAINS, "", "")));
        return new Drawn(index, group.any(), isNew, lines);
    }

    private Line line(String at, Condition condition) {
        var column = columns.find(condition.column()).orElse(null);
        var comparisons =
                column == null ? List.of(Comparison.values()) : column.kind().comparisons();
        // a column that was just chosen is compared as it is compared most
        var comparison = comparisons.contains(condition.comparison()) ? condition.comparison() : comparisons.getFirst();
        return new Line(
                at,
                condition.column(),
                comparison.wire(),
                condition.value(),
                condition.to(),
                comparisons.stream()
                        .map(each -> new Choice(each.wire(), words(each)))
                        .toList(),
                column == null ? "text" : input(column, comparison),
                column == null ? List.of() : column.options());
    }

    private static String input(Column column, Comparison comparison) {
        if (!comparison.takesValue()) return "none";
        return switch (column.kind()) {
            case TEXT -> "text";
            case CHOICE, CHOICES -> column.options().isEmpty() ? "text" : "select";
            case NUMBER -> "number";
            case DATE, INSTANT -> "date";
            case FILE -> "none";
        };
    }

    /** Each condition that filters, as a chip that takes it away. */
    List<Chip> chips(Listing listing, String path, Map<String, String> more) {
        var chips = new ArrayList<Chip>();
        var groups = listing.filter().groups();
        for (var i = 0; i < groups.size(); i++)
            for (var k = 0; k < groups.get(i).conditions().size(); k++) {
                var condition = groups.get(i).conditions().get(k);
                if (!condition.isUnfinished())
                    chips.add(new Chip(
                            listing.withFilter(without(listing.filter(), i, k)).address(path, more),
                            words(condition),
                            true));
            }
        return chips;
    }

    private static Filter without(Filter filter, int group, int condition) {
        var groups = new ArrayList<>(filter.groups());
        var kept = new ArrayList<>(groups.get(group).conditions());
        kept.remove(condition);
        if (kept.isEmpty()) groups.remove(group);
        else groups.set(group, new Group(groups.get(group).any(), kept));
        return new Filter(filter.any(), groups);
    }

    private String words(Condition condition) {
        var column = columns.find(condition.column()).orElse(null);
        var label = column == null ? condition.column() : column.label();
        var value = value(column, condition.value());
        return switch (condition.comparison()) {
            case ANSWERED, NOT_ANSWERED ->
                text("registration.delegates.condition-short", label, words(condition.comparison()));
            case BETWEEN ->
                condition.value().isBlank()
                        ? text("registration.delegates.condition-to", label, condition.to())
                        : condition.to().isBlank()
                                ? text("registration.delegates.condition-from", label, value)
                                : text("registration.delegates.condition-range", label, value, condition.to());
            case IS, IS_NOT, CONTAINS, CONTAINS_NOT ->
                text("registration.delegates.condition", label, words(condition.comparison()), value);
        };
    }

    private static String value(@org.jspecify.annotations.Nullable Column column, String value) {
        if (column == null) return value;
        return column.options().stream()
                .collect(Collectors.toMap(Choice::value, Choice::label, (a, _) -> a))
                .getOrDefault(value, value);
    }

    private String words(Comparison comparison) {
        return text("registration.delegates.test." + comparison.wire().replace('_', '-'));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
