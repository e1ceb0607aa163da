package org.plenary.lodging.tour;

import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of tours say of what was done, or could not be. */
@Component
record TourWords(MessageSource messages, PageErrors pageErrors) {
    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return pageErrors.of(problem, locale);
    }
}
