package org.plenary.conference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.Attendance;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.approval.RuleKind;

/**
 * How large a conference is by what is expected and by who is registered, whichever is more.
 *
 * @param isKnown whether somebody has said what is expected
 */
record Sizes(int foreign, int total, boolean isKnown) {
    static Sizes of(Declaration said, Attendance.Count coming) {
        var foreign = Math.max(orZero(said.foreign()), coming.foreign());
        return new Sizes(
                foreign,
                Math.max(foreign, Math.max(orZero(said.total()), coming.total())),
                said.foreign() != null && said.total() != null);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** A number beside the one from which on a conference is a major one. */
    record Measure(Rule rule, Of of, int number, int threshold) {
        enum Of {
            FOREIGN,
            TOTAL;

            public String wire() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        boolean isReached() {
            return number >= threshold;
        }

        /** Whether so much of the threshold is reached, and not all of it. */
        boolean isNear(int percent) {
            return !isReached() && number * 100L >= threshold * (long) percent;
        }
    }

    /** Beside all thresholds for its field. */
    List<Measure> measured(Field field, RuleBook rules) {
        var measured = new ArrayList<Measure>();
        for (var rule : rules.of(RuleKind.MAJOR_REASON)) {
            if (!rule.text("when").equals("size")) continue;
            if (!rule.text("field").isEmpty() && !rule.text("field").equals(field.wire())) continue;
            add(measured, rule, Measure.Of.FOREIGN, foreign, rule.number("foreign_at_least"));
            add(measured, rule, Measure.Of.TOTAL, total, rule.number("total_at_least"));
        }
        return measured;
    }

    private static void add(List<Measure> measured, Rule rule, Measure.Of of, int number, @Nullable Integer threshold) {
        if (threshold != null) measured.add(new Measure(rule, of, number, threshold));
    }
}
