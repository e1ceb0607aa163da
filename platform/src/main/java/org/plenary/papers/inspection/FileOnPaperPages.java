package org.plenary.papers.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperPart;
import org.plenary.papers.submission.PaperStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the author's and the staff's page of a paper say about its file. */
@Component
class FileOnPaperPages implements AuthorPart {
    private static final String PATH = "/file-check";

    private final CheckedFiles checked;
    private final FileWords words;

    FileOnPaperPages(CheckedFiles checked, FileWords words) {
        this.checked = checked;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class FileForStaff {
        @Bean
        PaperPart fileForStaff(CheckedFiles checked, FileWords words) {
            return (paper, locale) -> {
                if (paper.file() == null) return Optional.empty();
                var file = checked.of(paper);
                var withheld = file.isWithheld() && checked.hidesAuthors(paper.conference());
                return Optional.of(new PaperPart.Line(
                        words.text("papers.file.staff-" + (withheld ? "withheld" : file.code()), locale),
                        words.text("papers.file.look", locale),
                        PATH));
            };
        }
    }

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        if (paper.file() == null) return Optional.empty();
        return Optional.of(new Line(
                words.text("papers.file.author-" + checked.of(paper).code(), locale),
                words.text("papers.file.look", locale),
                PATH));
    }

    @Override
    public List<Step> steps(ConferenceView conference, Paper paper, Locale locale) {
        if (paper.shown() != PaperStatus.SUBMITTED || paper.file() == null) return List.of();
        return checked.of(paper).mustBeMended()
                ? List.of(new Step(words.text("papers.file.todo", locale), false))
                : List.of();
    }
}
