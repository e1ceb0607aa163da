package org.plenary.papers.submission;

import java.util.Locale;
import java.util.Optional;

/** SPI: what else staff see of a paper, shown on its page as a line with a link. */
public interface PaperPart {
    /** @param path below that of the paper, such as {@code /file-check} */
    record Line(String text, String link, String path) {}

    Optional<Line> of(Paper paper, Locale locale);
}
