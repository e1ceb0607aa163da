package org.plenary.papers.relief;

import java.util.Locale;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of late reviews say. */
@Component
class ReliefWords {
    private final MessageSource messages;
    private final PageErrors errors;

    ReliefWords(MessageSource messages, PageErrors errors) {
        this.messages = messages;
        this.errors = errors;
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String what, Locale locale, Object... arguments) {
        return Flash.success(text("papers.relief.done-" + what, locale, arguments));
    }

    String said(Problem problem, Locale locale) {
        return String.join(" ", errors.of(problem, locale).values());
    }

    Flash failed(Problem problem, Locale locale) {
        return Flash.failure(said(problem, locale));
    }

    PageErrors errors() {
        return errors;
    }
}
