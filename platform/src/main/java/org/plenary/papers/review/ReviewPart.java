package org.plenary.papers.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;

/** SPI: what else there is about a review, for whoever writes it and for the chairs. Nobody else is told of it. */
public interface ReviewPart {
    /** @param path below that of the paper on the reviewer's own pages, such as {@code /sub-review} */
    record Line(String text, String button, String path) {}

    /** On the reviewer's page of the paper. */
    Optional<Line> forReviewer(ConferenceView conference, Review own, Locale locale);

    /** Beside the review on the chairs' page of the paper. */
    List<String> forChairs(ConferenceView conference, Review review, Locale locale);
}
