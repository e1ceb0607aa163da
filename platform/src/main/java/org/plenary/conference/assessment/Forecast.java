package org.plenary.conference.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.approval.RuleKind;

/**
 * Whether and when a conference is forecast to the authority (APPR-09 to APPR-11).
 *
 * @param rule by which it is so; null when no rule says anything
 * @param window the month in which the authority calls for it; of a major one the regular window a year earlier (Q12)
 * @param due the last day
 * @param atLimit whether as many foreign guests are expected as the exemption has for its limit (Q1): it is shown, for people read it both ways
 */
record Forecast(
        boolean required,
        @Nullable Rule rule,
        @Nullable YearMonth window,
        @Nullable LocalDate due,
        boolean atLimit) {
    static final Forecast NONE = new Forecast(false, null, null, null, false);

    static Forecast of(ConferenceClass is, int foreign, LocalDate startsOn, RuleBook rules) {
        var window = window(startsOn, rules);
        if (is == ConferenceClass.MAJOR) return ofMajor(startsOn, window, rules);
        var exemption =
                rules.of(RuleKind.FORECAST_EXEMPTION).stream().findFirst().orElse(null);
        var limit = exemption == null ? null : exemption.number("foreign_at_most");
        if (exemption != null && limit != null) {
            var exempt = exemption.isOn("inclusive") ? foreign <= limit : foreign < limit;
            if (exempt || foreign == limit)
                return new Forecast(!exempt, exemption, exempt ? null : month(window), due(window), foreign == limit);
        }
        return new Forecast(window != null, window == null ? null : window.rule(), month(window), due(window), false);
    }

    private static Forecast ofMajor(LocalDate startsOn, @Nullable Window window, RuleBook rules) {
        var regular = month(window);
        var hint = regular == null ? null : regular.minusYears(1);
        for (var rule : rules.of(RuleKind.FORECAST_DEADLINE)) {
            var months = rule.number("months_before_start");
            if (months != null && rule.text("conference_class").equals(ConferenceClass.MAJOR.wire()))
                return new Forecast(true, rule, hint, startsOn.minusMonths(months), false);
        }
        return new Forecast(window != null, window == null ? null : window.rule(), regular, due(window), false);
    }

    private record Window(Rule rule, YearMonth month) {}

    private static @Nullable Window window(LocalDate startsOn, RuleBook rules) {
        for (var rule : rules.of(RuleKind.FORECAST_WINDOW)) {
            var called = rule.number("call_month");
            if (called == null || !rule.numbers("start_months").contains(startsOn.getMonthValue())) continue;
            var year = rule.text("year").equals("previous") ? startsOn.getYear() - 1 : startsOn.getYear();
            return new Window(rule, YearMonth.of(year, called));
        }
        return null;
    }

    private static @Nullable YearMonth month(@Nullable Window window) {
        return window == null ? null : window.month();
    }

    private static @Nullable LocalDate due(@Nullable Window window) {
        return window == null ? null : window.month().atEndOfMonth();
    }
}
