package org.plenary.conference.notice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.NoticeSection;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of a section say. */
@Component
class NoticeSectionWords {
    private final PageErrors errors;
    private final MessageSource messages;

    NoticeSectionWords(PageErrors errors, MessageSource messages) {
        this.errors = errors;
        this.messages = messages;
    }

    String done(String page, NoticeSection section, Locale locale) {
        var name = messages.getMessage("conference.notice.section-" + section.messageKey(), null, locale);
        return messages.getMessage("conference.notice." + page + "-done", new Object[] {name}, locale);
    }

    /** Every agreement and every committee that stands in the way is named, though all have the same place. */
    Map<String, String> errors(Problem problem, Locale locale) {
        if (problem instanceof Problem.Conflict && problem.violations().size() > 1) {
            var all = problem.violations().stream()
                    .map(violation -> message(violation, locale))
                    .toList();
            return Map.of("", String.join(" ", all));
        }
        var placed = new LinkedHashMap<String, String>();
        errors.of(problem, locale).forEach((field, message) -> placed.putIfAbsent(onField(field), message));
        return placed;
    }

    private String message(Violation violation, Locale locale) {
        return messages.getMessage(
                "violation." + violation.code(), violation.details().values().toArray(), locale);
    }

    private static String onField(String field) {
        return switch (field) {
            case "note" -> "note.en";
            case "sections" -> "";
            default -> field;
        };
    }
}
