package org.plenary.papers.delegation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewPart;
import org.springframework.stereotype.Component;

/** Leads reviewers to the page on which they ask somebody, and tells the chairs who wrote. */
@Component
class DelegationPart implements ReviewPart {
    private final SubReviews requests;
    private final DelegationRules rules;
    private final DelegationWords words;

    DelegationPart(SubReviews requests, DelegationRules rules, DelegationWords words) {
        this.requests = requests;
        this.rules = rules;
        this.words = words;
    }

    @Override
    public Optional<Line> forReviewer(ConferenceView conference, Review own, Locale locale) {
        var asked = requests.ofReview(own.id()).stream()
                .filter(each -> each.isOpen() || each.isHanded())
                .toList();
        if (asked.isEmpty() && (own.isSubmitted() || !rules.of(conference.id()).isOn())) return Optional.empty();
        var handed = asked.stream().filter(SubReview::isHanded).findFirst();
        var text = handed.isPresent()
                ? words.phrases()
                        .text(
                                "papers.sub-review.line-handed",
                                locale,
                                handed.get().name())
                : asked.isEmpty()
                        ? words.phrases().text("papers.sub-review.line", locale)
                        : words.phrases()
                                .text(
                                        "papers.sub-review.line-asked",
                                        locale,
                                        asked.getFirst().name());
        return Optional.of(new Line(text, words.phrases().text("papers.sub-review.open", locale), "/sub-review"));
    }

    @Override
    public List<String> forChairs(ConferenceView conference, Review review, Locale locale) {
        return requests.ofReview(review.id()).stream()
                .filter(each ->
                        each.standing() != Standing.REFUSED && !each.name().isEmpty())
                .map(each -> words.phrases()
                        .text("papers.sub-review.beside", locale, each.name(), words.standing(each, locale)))
                .toList();
    }
}
