package org.plenary.papers.likeness;

import java.util.Optional;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.submission.PaperPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the staff's page of a paper says; nothing when it is like no other. */
@Configuration(proxyBeanMethods = false)
class LikenessForStaff {
    @Bean
    PaperPart likenessOnPaper(PairBoard board, Phrases phrases) {
        return (paper, locale) -> {
            var all = board.filter(paper.conference(), paper.id(), "");
            var count = board.count(all);
            if (count == 0) return Optional.empty();
            var open = board.count(all.showing("open"));
            return Optional.of(new PaperPart.Line(
                    phrases.text("papers.likeness.on-paper", locale, count)
                            + (open == 0 ? "" : " " + phrases.text("papers.likeness.on-paper-open", locale, open)),
                    phrases.text("papers.likeness.look", locale),
                    "/likeness"));
        };
    }
}
