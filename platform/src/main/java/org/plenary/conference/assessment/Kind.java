package org.plenary.conference.assessment;

import java.util.Locale;
import org.plenary.conference.Attendance;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleKind;

/** Whether a conference is an international one, and which (APPR-01). */
enum Kind {
    MULTILATERAL,
    BILATERAL,
    PROJECT_WORKING,
    /** Of one country alone: the authority for foreign affairs is not asked. */
    DOMESTIC,
    UNKNOWN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the first rule that fits, those with the most countries first; countries are counted with the host's own. */
    static Kind of(Declaration said, Attendance.Count coming, RuleBook rules) {
        if (said.ofProject()) return PROJECT_WORKING;
        var countries = Math.max(said.countries() == null ? 0 : said.countries(), coming.countries());
        if (countries == 0) return UNKNOWN;
        return rules.of(RuleKind.CONFERENCE_KIND).stream()
                .filter(rule -> rule.number("countries_at_least") != null)
                .sorted((one, other) ->
                        other.numberOrZero("countries_at_least") - one.numberOrZero("countries_at_least"))
                .filter(rule -> countries >= rule.numberOrZero("countries_at_least"))
                .map(rule -> valueOf(rule.text("conference_kind").toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(DOMESTIC);
    }
}
