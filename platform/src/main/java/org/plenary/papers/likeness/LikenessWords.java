package org.plenary.papers.likeness;

import java.util.Locale;
import java.util.Optional;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.submission.PaperPart;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the pages of pairs say. */
@Component
record LikenessWords(MessageSource messages, PageErrors errors) {
    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale) {
        return Flash.success(text(key, locale));
    }

    @Configuration(proxyBeanMethods = false)
    static class LikenessForStaff {
        /** What the staff's page of a paper says; nothing when it is like no other. */
        @Bean
        PaperPart likenessForStaff(PairBoard board, LikenessWords words) {
            return (paper, locale) -> {
                var all = board.filter(paper.conference(), paper.id(), "");
                var count = board.count(all);
                if (count == 0) return Optional.empty();
                var open = board.count(all.showing("open"));
                return Optional.of(new PaperPart.Line(
                        words.text("papers.likeness.on-paper", locale, count)
                                + (open == 0 ? "" : " " + words.text("papers.likeness.on-paper-open", locale, open)),
                        words.text("papers.likeness.look", locale),
                        "/likeness"));
            };
        }
    }
}
