package org.plenary.registration.delegate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.delegate.Filter.Comparison;

/**
 * Something known of each delegate that a list can show, filter and sort by: what we keep ourselves, or an answer.
 *
 * @param key in addresses and saved views; an answer's starts with {@link #ANSWER}
 * @param label in the reader's language
 * @param options what a choice can be, labels in the reader's language; what some texts stand for
 * @param sql of what we keep ourselves, over {@code d} (delegate) and {@code o} (its order); null for an answer
 * @param order what it is sorted by, when that is not its own value; never null in a row
 */
record Column(
        String key,
        String label,
        Kind kind,
        List<Choice> options,
        @Nullable String sql,
        @Nullable String order) {
    static final String ANSWER = "answer.";

    /** What a value is, and so how it is compared. */
    enum Kind {
        TEXT(
                Comparison.CONTAINS,
                Comparison.CONTAINS_NOT,
                Comparison.IS,
                Comparison.IS_NOT,
                Comparison.ANSWERED,
                Comparison.NOT_ANSWERED),
        CHOICE(Comparison.IS, Comparison.IS_NOT, Comparison.ANSWERED, Comparison.NOT_ANSWERED),
        /** Several options at once. */
        CHOICES(Comparison.CONTAINS, Comparison.CONTAINS_NOT, Comparison.ANSWERED, Comparison.NOT_ANSWERED),
        NUMBER(Comparison.IS, Comparison.IS_NOT, Comparison.BETWEEN, Comparison.ANSWERED, Comparison.NOT_ANSWERED),
        DATE(Comparison.IS, Comparison.IS_NOT, Comparison.BETWEEN, Comparison.ANSWERED, Comparison.NOT_ANSWERED),
        /** A moment; compared by its day in the conference's zone. */
        INSTANT(Comparison.IS, Comparison.BETWEEN, Comparison.ANSWERED, Comparison.NOT_ANSWERED),
        FILE(Comparison.ANSWERED, Comparison.NOT_ANSWERED);

        private final List<Comparison> comparisons;

        Kind(Comparison... comparisons) {
            this.comparisons = List.of(comparisons);
        }

        /** The ways in which it can be compared, the most likely first. */
        List<Comparison> comparisons() {
            return comparisons;
        }
    }

    Column {
        options = List.copyOf(options);
    }

    static Column kept(String key, String label, Kind kind, String sql) {
        return new Column(key, label, kind, List.of(), sql, null);
    }

    static Column choice(String key, String label, String sql, List<Choice> options) {
        return new Column(key, label, Kind.CHOICE, options, sql, null);
    }

    static Column answer(String field, String label, Kind kind, List<Choice> options) {
        return new Column(ANSWER + field, label, kind, options, null, null);
    }

    Column labelled(String other) {
        return new Column(key, other, kind, options, sql, order);
    }

    boolean isAnswer() {
        return sql == null;
    }

    /** Its value in a row, null where there is none; a moment as a timestamp, everything else as a text. */
    String value(Bound bound) {
        if (sql != null) return sql;
        return kind == Kind.FILE ? json(bound) + " ->> 'name'" : "d.answers ->> " + field(bound);
    }

    /** An answer as it was given. */
    String json(Bound bound) {
        return "d.answers -> " + field(bound);
    }

    /** Its value as a number; null where it is none. */
    String number(Bound bound) {
        if (sql != null) return sql;
        return "CASE WHEN jsonb_typeof(" + json(bound) + ") = 'number' THEN CAST(" + value(bound) + " AS numeric) END";
    }

    /** What rows are sorted by: never null, so that the next page can start behind a row. */
    String sorting(Bound bound) {
        if (order != null) return order;
        return switch (kind) {
            case NUMBER -> "coalesce(" + number(bound) + ", CAST('-Infinity' AS numeric))";
            case INSTANT -> "coalesce(" + value(bound) + ", CAST('-infinity' AS timestamptz))";
            case TEXT, CHOICE, CHOICES, DATE, FILE -> "coalesce(lower(" + value(bound) + "), '')";
        };
    }

    /** The field's key is bound as everything else is: it was typed by somebody. */
    private String field(Bound bound) {
        return "CAST(" + bound.name(key.substring(ANSWER.length())) + " AS text)";
    }
}
