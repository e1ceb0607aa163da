package org.plenary.papers.submission;

import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;

/** SPI: what else there is for the authors of a paper, shown on their page as a line with a button. */
public interface AuthorPart {
    /** @param path below that of the paper, such as {@code /reviews} */
    record Line(String text, String button, String path) {}

    /** Something that is left to do, in the reader's language. */
    record Todo(String text, boolean isDone) {}

    Optional<Line> of(ConferenceView conference, Paper paper, Locale locale);

    /** What is left to do for the authors of a paper that is not decided. */
    default Optional<Todo> todo(Paper paper, Locale locale) {
        return Optional.empty();
    }
}
