package org.plenary.conference.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what rules say. */
@Component
class AssessmentWords {
    private final MessageSource messages;
    private final Formats formats;

    AssessmentWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @param requirement where it is written, such as {@code APPR-05} */
    public record Line(String text, String requirement, boolean blocking) {}

    List<Line> reasons(Assessment found, Locale locale) {
        return found.reasons().stream()
                .map(rule -> new Line(rule.title().in(locale), rule.requirement(), false))
                .toList();
    }

    List<Line> findings(Assessment found, Locale locale) {
        return found.findings().stream()
                .map(finding -> new Line(
                        text(
                                "finding-" + finding.code().wire(),
                                locale,
                                finding.details().stream().map(this::shown).toArray()),
                        finding.requirement(),
                        finding.isBlocking()))
                .toList();
    }

    Line forecast(Assessment found, Locale locale) {
        var forecast = found.forecast();
        var requirement = forecast.rule() == null ? "" : forecast.rule().requirement();
        var window = forecast.window() == null ? "" : formats.month(forecast.window());
        var due = forecast.due();
        if (!forecast.required() || due == null) return new Line(text("forecast-none", locale), requirement, false);
        var key = found.conferenceClass() == ConferenceClass.MAJOR ? "forecast-major" : "forecast-general";
        return new Line(text(key, locale, formats.date(due), window), requirement, false);
    }

    Line filing(Assessment found, Locale locale) {
        var filing = found.filing();
        if (filing == null) return new Line(text("filing-none", locale), "", false);
        return new Line(
                text(
                        filing.isAssumed() ? "filing-assumed" : "filing-due",
                        locale,
                        formats.date(filing.due()),
                        formats.date(filing.committedOn())),
                filing.rule().requirement(),
                false);
    }

    List<Choice> choices(String key, List<String> values, Locale locale) {
        return values.stream()
                .map(value -> new Choice(value, text(key + "-" + value.replace('_', '-'), locale)))
                .toList();
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage("conference.assessment." + key.replace('_', '-'), arguments, locale));
    }

    private Object shown(Object detail) {
        return switch (detail) {
            case LocalDate day -> formats.date(day);
            case Number number -> formats.number(number);
            default -> detail;
        };
    }
}
