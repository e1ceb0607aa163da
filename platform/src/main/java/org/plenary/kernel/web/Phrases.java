package org.plenary.kernel.web;

import java.util.Locale;
import java.util.Map;
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

    /** What is wrong with which field, as {@link PageErrors#of} tells it. */
    public Map<String, String> errors(Problem problem, Locale locale) {
        return errors.of(problem, locale);
    }

    /** All that was wrong, in one line. */
    public String said(Problem problem, Locale locale) {
        return String.join(" ", errors.of(problem, locale).values());
    }

    /** What was wrong, for a page that is shown anew. */
    public Flash failed(Problem problem, Locale locale) {
        return Flash.failure(said(problem, locale));
    }

    /** The page once more, with what was wrong; of what is not wrong in itself the status is 409. */
    public ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        errors.refused(page, problem, locale);
        if (!(problem instanceof Problem.InvalidInput)) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
