package org.plenary.registration.delegate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.registration.delegate.Filter.Condition;
import org.plenary.registration.delegate.Filter.Group;

/**
 * Writes a listing's conditions as SQL over {@code d} (delegate) and {@code o} (its order). Only our own words are in the text;
 * whatever was typed is bound.
 */
final class Where {
    /** No exponents: they make small texts into numbers that fill the memory. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final Columns columns;
    private final ZoneId zone;
    private final Bound bound;
    private final Violations found = new Violations();

    private Where(Columns columns, ZoneId zone, Bound bound) {
        this.columns = columns;
        this.zone = zone;
        this.bound = bound;
    }

    /**
     * What rows must meet.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput naming each condition that cannot be understood, as {@code /w/0/1/value}
     */
    static String of(UUID conference, Listing listing, Columns columns, ZoneId zone, Bound bound) {
        return new Where(columns, zone, bound).all(conference, listing);
    }

    private String all(UUID conference, Listing listing) {
        listing.check(found);
        var parts = new ArrayList<String>();
        parts.add("d.conference_id = " + bound.name(conference));
        if (!listing.status().isEmpty()) parts.add(DelegateColumns.STATUS + " = " + bound.name(listing.status()));
        if (!listing.query().isEmpty()) parts.add(query(listing.query()));
        var groups = new ArrayList<String>();
        for (var i = 0; i < listing.filter().groups().size(); i++) {
            var group = group(listing.filter().groups().get(i), "/w/" + i);
            if (group != null) groups.add(group);
        }
        if (!groups.isEmpty()) parts.add(joined(groups, listing.filter().any()));
        found.throwIfAny();
        return String.join(" AND ", parts);
    }

    private String query(String query) {
        var pattern = bound.name(pattern(query));
        return List.of("d.name", "d.email", "o.code", "d.ticket_code").stream()
                .map(each -> "lower(" + each + ") LIKE " + pattern)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Null when nothing in it filters yet. */
    private @Nullable String group(Group group, String pointer) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < group.conditions().size(); i++) {
            var condition = group.conditions().get(i);
            if (condition.isUnfinished()) continue;
            var at = pointer + "/" + i;
            var column = columns.find(condition.column()).orElse(null);
            if (column == null) found.add(at + "/column", "unknown_column", "There is no such column.");
            else if (!column.kind().comparisons().contains(condition.comparison()))
                found.add(at + "/test", "comparison", "This column cannot be compared in this way.");
            else parts.add(condition(column, condition, at));
        }
        return parts.isEmpty() ? null : joined(parts, group.any());
    }

    private static String joined(List<String> parts, boolean any) {
        return parts.stream().collect(Collectors.joining(any ? " OR " : " AND ", "(", ")"));
    }

    /** True or false in every row: what is not answered is not what was asked for. */
    private String condition(Column column, Condition condition, String at) {
        var claim = switch (condition.comparison()) {
            case ANSWERED, NOT_ANSWERED -> answered(column);
            case IS, IS_NOT -> is(column, condition.value(), at);
            case CONTAINS, CONTAINS_NOT -> contains(column, condition.value());
            case BETWEEN -> between(column, condition, at);
        };
        var holds = "coalesce(" + claim + ", false)";
        return switch (condition.comparison()) {
            case IS_NOT, CONTAINS_NOT, NOT_ANSWERED -> "NOT " + holds;
            case IS, CONTAINS, BETWEEN, ANSWERED -> holds;
        };
    }

    private String answered(Column column) {
        var value = column.value(bound);
        return column.kind() == Column.Kind.INSTANT || column.kind() == Column.Kind.NUMBER
                ? "(" + value + ") IS NOT NULL"
                : "(" + value + ") <> ''";
    }

    private String is(Column column, String value, String at) {
        return switch (column.kind()) {
            case TEXT, FILE -> "lower(" + column.value(bound) + ") = " + bound.name(value.toLowerCase(Locale.ROOT));
            case CHOICE, CHOICES -> picked(column, value);
            case NUMBER -> column.number(bound) + " = " + number(value, at + "/value");
            case DATE -> column.value(bound) + " = " + date(value, at + "/value");
            case INSTANT -> from(column, value, at + "/value") + " AND " + until(column, value, at + "/value");
        };
    }

    /** A choice of today may have taken several options in an earlier form. */
    private String picked(Column column, String value) {
        if (!column.isAnswer() && column.kind() == Column.Kind.CHOICES)
            return "CAST(" + column.value(bound) + " AS jsonb) @> to_jsonb(CAST(" + bound.name(value) + " AS text))";
        if (!column.isAnswer()) return column.value(bound) + " = " + bound.name(value);
        // a consent is true or false, not a text
        if (column.kind() == Column.Kind.CHOICE && (value.equals("true") || value.equals("false")))
            return column.value(bound) + " = " + bound.name(value);
        return column.json(bound) + " @> to_jsonb(CAST(" + bound.name(value) + " AS text))";
    }

    private String contains(Column column, String value) {
        return column.kind() == Column.Kind.CHOICES
                ? picked(column, value)
                : "lower(" + column.value(bound) + ") LIKE " + bound.name(pattern(value));
    }

    private String between(Column column, Condition condition, String at) {
        var parts = new ArrayList<String>();
        if (!condition.value().isBlank()) parts.add(from(column, condition.value(), at + "/value"));
        if (!condition.to().isBlank()) parts.add(until(column, condition.to(), at + "/to"));
        return joined(parts, false);
    }

    private String from(Column column, String value, String at) {
        return switch (column.kind()) {
            case NUMBER -> column.number(bound) + " >= " + number(value, at);
            case INSTANT -> column.value(bound) + " >= " + start(value, 0, at);
            case TEXT, CHOICE, CHOICES, DATE, FILE ->
                "(" + column.value(bound) + ") COLLATE \"C\" >= " + date(value, at);
        };
    }

    private String until(Column column, String value, String at) {
        return switch (column.kind()) {
            case NUMBER -> column.number(bound) + " <= " + number(value, at);
            case INSTANT -> column.value(bound) + " < " + start(value, 1, at);
            case TEXT, CHOICE, CHOICES, DATE, FILE ->
                "(" + column.value(bound) + ") COLLATE \"C\" <= " + date(value, at);
        };
    }

    private String number(String value, String at) {
        if (NUMBER.matcher(value).matches()) return bound.name(new BigDecimal(value));
        found.add(at, "number", "This is not a number.");
        return "NULL";
    }

    private String date(String value, String at) {
        var day = day(value, at);
        return day == null ? "NULL" : bound.name(day.toString());
    }

    private String start(String value, int daysLater, String at) {
        var day = day(value, at);
        if (day == null) return "NULL";
        var moment = day.plusDays(daysLater).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
        return bound.name(moment);
    }

    private @Nullable LocalDate day(String value, String at) {
        try {
            var day = TypedTime.day(value);
            if (day.getYear() >= 1 && day.getYear() <= 9998) return day;
        } catch (DateTimeParseException e) {
            // told below, as a day out of every range is
        }
        found.add(at, "date", "A date is written 2027-05-14.");
        return null;
    }

    private static String pattern(String text) {
        return "%"
                + text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
