package org.plenary.conference.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.approval.RuleKind;

/**
 * By when the report is filed: before anything is committed externally (APPR-12, APPR-13).
 *
 * @param committedOn the day from which it counts back; the conference's first where the rule says so
 * @param isAssumed whether nobody has said that day: then it is the last one for the notice of the call for papers, 16 months before the
 *     conference begins (PLAN-07, Q11)
 */
record Filing(Rule rule, LocalDate due, LocalDate committedOn, boolean isAssumed) {
    private static final int NOTICE_MONTHS = 16;

    /** @return null when no rule says anything about this class */
    static @Nullable Filing of(
            ConferenceClass is, @Nullable LocalDate committedOn, LocalDate startsOn, RuleBook rules) {
        for (var rule : rules.of(RuleKind.LEAD_TIME)) {
            var months = rule.number("months");
            if (months == null || !rule.text("conference_class").equals(is.wire())) continue;
            if (rule.text("before").equals("start"))
                return new Filing(rule, startsOn.minusMonths(months), startsOn, false);
            var from = committedOn == null ? startsOn.minusMonths(NOTICE_MONTHS) : committedOn;
            return new Filing(rule, from.minusMonths(months), from, committedOn == null);
        }
        return null;
    }
}
