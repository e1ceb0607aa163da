package org.plenary.conference.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.Attendance;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.approval.RuleKind;
import org.plenary.conference.assessment.Finding.Code;
import org.plenary.conference.assessment.Sizes.Measure;
import org.plenary.kernel.LocalizedText;

/**
 * What rules say about a conference on one day.
 *
 * @param reasons why it is a major one, all of them; empty for a general one
 * @param measures its sizes beside the thresholds for its field
 * @param filing null when no rule says anything
 */
record Assessment(
        ConferenceClass conferenceClass,
        Kind kind,
        Sizes sizes,
        List<Rule> reasons,
        List<Measure> measures,
        Forecast forecast,
        @Nullable Filing filing,
        List<TitleWord> words,
        List<Finding> findings) {

    /** What is judged. */
    record Case(LocalizedText name, LocalDate startsOn, Declaration said, Attendance.Count coming, LocalDate today) {}

    static Assessment of(Case on, RuleBook rules) {
        var said = on.said();
        var sizes = Sizes.of(said, on.coming());
        var measures = sizes.measured(said.field(), rules);
        var reasons = Stream.concat(
                        measures.stream()
                                .filter(Measure::isReached)
                                .map(Measure::rule)
                                .distinct(),
                        rules.of(RuleKind.MAJOR_REASON).stream()
                                .filter(rule -> said.circumstances().stream()
                                        .anyMatch(each -> each.wire().equals(rule.text("when")))))
                .sorted(Comparator.comparing(rule -> rule.text("reason")))
                .toList();
        var is = reasons.isEmpty() ? ConferenceClass.GENERAL : ConferenceClass.MAJOR;
        var kind = Kind.of(said, on.coming(), rules);
        var isAsked = kind != Kind.DOMESTIC || is == ConferenceClass.MAJOR;
        var forecast = isAsked ? Forecast.of(is, sizes.foreign(), on.startsOn(), rules) : Forecast.NONE;
        var filing = isAsked ? Filing.of(is, said.committedOn(), on.startsOn(), rules) : null;
        var words = TitleWord.in(on.name(), said.words(), rules);
        var findings = new ArrayList<Finding>();
        sizes(findings, is, sizes, measures, rules);
        forecast(findings, is, forecast, on);
        filing(findings, filing, on);
        for (var word : words)
            if (!word.isExplained())
                findings.add(Finding.blocking(Code.WORD_UNEXPLAINED, word.rule().requirement(), word.word()));
        if (said.circumstances().contains(Circumstance.STATE_LEADER) && said.consentOn() == null)
            findings.add(Finding.blocking(Code.CONSENT_MISSING, "APPR-24"));
        findings.sort(Comparator.comparing(Finding::severity));
        return new Assessment(is, kind, sizes, reasons, measures, forecast, filing, words, List.copyOf(findings));
    }

    private static void sizes(
            List<Finding> findings, ConferenceClass is, Sizes sizes, List<Measure> measures, RuleBook rules) {
        if (!sizes.isKnown()) findings.add(Finding.warning(Code.SIZE_UNKNOWN, "APPR-05"));
        if (is == ConferenceClass.MAJOR) return;
        for (var warning : rules.of(RuleKind.EARLY_WARNING)) {
            var percent = warning.number("percent");
            if (percent == null) continue;
            for (var measure : measures)
                if (measure.isNear(percent))
                    findings.add(Finding.warning(
                            measure.of() == Measure.Of.FOREIGN ? Code.NEARLY_MAJOR_FOREIGN : Code.NEARLY_MAJOR_TOTAL,
                            warning.requirement(),
                            measure.number(),
                            measure.threshold()));
        }
    }

    private static void forecast(List<Finding> findings, ConferenceClass is, Forecast forecast, Case on) {
        var rule = forecast.rule();
        if (rule == null) return;
        if (forecast.atLimit())
            findings.add(
                    Finding.warning(Code.FORECAST_LIMIT, rule.requirement(), rule.numberOrZero("foreign_at_most")));
        var due = forecast.due();
        var made = on.said().forecastOn();
        if (!forecast.required() || due == null || !(made == null ? on.today() : made).isAfter(due)) return;
        findings.add(
                is == ConferenceClass.MAJOR
                        ? Finding.blocking(Code.FORECAST_OVERDUE, rule.requirement(), due)
                        : Finding.warning(Code.FORECAST_OVERDUE, rule.requirement(), due));
    }

    private static void filing(List<Finding> findings, @Nullable Filing filing, Case on) {
        if (filing == null) return;
        var filed = on.said().filedOn();
        if (!(filed == null ? on.today() : filed).isAfter(filing.due())) return;
        var requirement = filing.rule().requirement();
        findings.add(
                filing.isAssumed()
                        ? Finding.warning(Code.FILING_OVERDUE, requirement, filing.due())
                        : Finding.blocking(Code.FILING_OVERDUE, requirement, filing.due()));
    }
}
