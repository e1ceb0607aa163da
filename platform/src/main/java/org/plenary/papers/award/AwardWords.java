package org.plenary.papers.award;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of awards say. */
@Component
record AwardWords(MessageSource messages, PageErrors errors) {
    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    static String authors(Paper paper) {
        return paper.content().authors().stream().map(Author::name).collect(Collectors.joining(", "));
    }
}
