package org.plenary.papers.relief;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.ReviewPart;
import org.springframework.stereotype.Component;

/** Tells a reviewer that they are asked to step in, and the chairs who does. */
@Component
class ReliefPart implements ReviewPart {
    private final Reliefs reliefs;
    private final ReviewDates dates;
    private final Phrases phrases;

    ReliefPart(Reliefs reliefs, ReviewDates dates, Phrases phrases) {
        this.reliefs = reliefs;
        this.dates = dates;
        this.phrases = phrases;
    }

    @Override
    public Optional<Line> forReviewer(ConferenceView conference, Review own, Locale locale) {
        if (own.standing() != Review.Standing.GIVEN) return Optional.empty();
        return reliefs.of(own.id())
                .filter(relief -> relief.acceptedAt() == null)
                .map(_ -> new Line(
                        phrases.text("papers.relief.line", locale, due(conference, own)),
                        phrases.text("papers.relief.answer", locale),
                        "/emergency"));
    }

    @Override
    public List<String> forChairs(ConferenceView conference, Review review, Locale locale) {
        return reliefs.of(review.id())
                .map(relief -> List.of(phrases.text(
                        isTaken(relief, review)
                                ? "papers.relief.beside-accepted"
                                : review.isWithReviewer() ? "papers.relief.beside" : "papers.relief.beside-refused",
                        locale,
                        due(conference, review))))
                .orElse(List.of());
    }

    private static boolean isTaken(Reliefs.Relief relief, Review review) {
        return review.isWithReviewer() && (relief.acceptedAt() != null || review.standing() != Review.Standing.GIVEN);
    }

    private String due(ConferenceView conference, Review review) {
        var due = dates.of(List.of(review.id())).get(review.id());
        return said(due == null ? null : ReviewDates.at(conference, due));
    }

    private static String said(@Nullable Object due) {
        return due == null ? "–" : due.toString();
    }
}
