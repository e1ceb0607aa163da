package org.plenary.papers.revision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** That a revision is asked for, on the page of the paper's authors. */
@Component
class RevisionForAuthors implements AuthorPart {
    private final RevisionHandIn handIn;
    private final Windows windows;
    private final Phrases words;

    RevisionForAuthors(RevisionHandIn handIn, Windows windows, Phrases words) {
        this.handIn = handIn;
        this.windows = windows;
        this.words = words;
    }

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        return handIn.known(paper).map(revision -> {
            var key = revision.isHandedIn()
                    ? "papers.revision.line-handed-in"
                    : handIn.isOpen(conference, paper) ? "papers.revision.line-open" : "papers.revision.line-closed";
            return new Line(
                    words.text(key, locale, due(conference)),
                    words.text("papers.revision.open-page", locale),
                    "/revision");
        });
    }

    @Override
    public List<Step> steps(ConferenceView conference, Paper paper, Locale locale) {
        return handIn.known(paper)
                .map(revision -> List.of(
                        new Step(words.text("papers.revision.todo", locale, due(conference)), revision.isHandedIn())))
                .orElse(List.of());
    }

    private String due(ConferenceView conference) {
        return windows.revision(conference).map(String::valueOf).orElse("");
    }
}
