package org.plenary.kernel.web;

import java.util.Locale;
import org.plenary.kernel.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What pages say: texts in the reader's language, what was done, and what was wrong. */
@Component
public class Phrases {
    private final MessageSource messages;
    private final PageErrors errors;

    Phrases(MessageSource messages, PageErrors errors) {
        this.messages = messages;
        this.errors = errors;
    }

    public String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    public Flash done(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    /** What was wrong, for a page that is shown anew. */
    public Flash failed(Problem problem, Locale locale) {
        return Flash.failure(errors.of(problem, locale).values().iterator().next());
    }

    /** The page once more, with what was wrong; of what is not wrong in itself the status is 409. */
    public ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        errors.refused(page, problem, locale);
        if (!(problem instanceof Problem.InvalidInput)) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
