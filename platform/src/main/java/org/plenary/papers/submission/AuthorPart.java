package org.plenary.papers.submission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;

/** SPI: what else there is for the authors of a paper, shown on their page as a line with a button, and as things to do. */
public interface AuthorPart {
    /** @param path below that of the paper, such as {@code /reviews} */
    record Line(String text, String button, String path) {}

    /** One thing that is left to do, or done, in the reader's language. */
    record Step(String text, boolean isDone) {}

    Optional<Line> of(ConferenceView conference, Paper paper, Locale locale);

    /** What it asks of the authors, in the order in which they do it. */
    default List<Step> steps(ConferenceView conference, Paper paper, Locale locale) {
        return List.of();
    }
}
