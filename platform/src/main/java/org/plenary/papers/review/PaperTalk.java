package org.plenary.papers.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Comment.Audience;
import org.plenary.papers.review.Comment.Kind;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/**
 * The reviews of a paper and what is said about it, as one of the three sides sees them. Reviewers are numbered in the order in which
 * they were given the paper, the same for everybody; names are added for those who may know them.
 */
@Component
class PaperTalk {
    private static final Set<Kind> FOR_AUTHORS = EnumSet.of(Kind.META_REVIEW, Kind.REBUTTAL, Kind.RESPONSE);

    private final Reviews reviews;
    private final Comments comments;
    private final Reviewers reviewers;
    private final ReviewQuestions questions;
    private final List<ReviewPart> parts;

    PaperTalk(
            Reviews reviews,
            Comments comments,
            Reviewers reviewers,
            ReviewQuestions questions,
            List<ReviewPart> parts) {
        this.reviews = reviews;
        this.comments = comments;
        this.reviewers = reviewers;
        this.questions = questions;
        this.parts = parts;
    }

    /**
     * A review as it is shown.
     *
     * @param number of its reviewer
     * @param name of its reviewer; null where that is hidden
     * @param forChairs empty for all but chairs
     * @param answers to the review form; empty for authors
     */
    record Shown(
            UUID id,
            int number,
            @Nullable String name,
            int round,
            String standing,
            @Nullable Integer score,
            @Nullable Integer confidence,
            String forAuthors,
            String forChairs,
            List<AnswerWords.Row> answers,
            @Nullable Instant submittedAt) {}

    /**
     * @param kind the end of a message key
     * @param number of the reviewer who says it; 0 for others
     * @param name of who says it; null where that is hidden
     */
    record Said(String kind, int number, @Nullable String name, boolean forChairsAlone, String text, Instant at) {}

    record Talk(List<Shown> reviews, List<Said> said) {}

    /** All of it, with names. */
    Talk forChairs(UUID paper, Locale locale) {
        var all = reviews.of(paper);
        var names = names(all);
        var numbers = numbers(all);
        return new Talk(
                all.stream()
                        .map(review -> shown(review, numbers, names, review.forChairs(), answers(review, locale)))
                        .toList(),
                comments.of(paper).stream()
                        .map(comment -> said(comment, numbers, names))
                        .toList());
    }

    /** What stands beside reviews for the chairs, and for nobody else; by the reviews' ids. */
    Map<UUID, List<String>> notes(ConferenceView conference, Paper paper, Locale locale) {
        return reviews.of(paper.id()).stream()
                .collect(Collectors.toMap(
                        Review::id,
                        review -> parts.stream()
                                .flatMap(part -> part.forChairs(conference, review, locale).stream())
                                .toList()));
    }

    /** What the others handed in, without names; what was said to the chairs alone is not there. */
    Talk forReviewer(UUID paper, UUID own, Locale locale) {
        var all = reviews.of(paper);
        var numbers = numbers(all);
        return new Talk(
                all.stream()
                        .filter(review ->
                                review.isSubmitted() && !review.reviewer().equals(own))
                        .map(review -> shown(review, numbers, Map.of(), "", answers(review, locale)))
                        .toList(),
                comments.of(paper).stream()
                        .filter(comment -> comment.kind() != Kind.RESPONSE)
                        .filter(comment -> comment.audience() != Audience.CHAIRS || own.equals(comment.reviewer()))
                        .map(comment -> said(comment, numbers, Map.of()))
                        .toList());
    }

    /** What the authors say to their revised paper, which whoever reviews it again reads first. */
    List<Said> responses(UUID paper) {
        return comments.of(paper).stream()
                .filter(comment -> comment.kind() == Kind.RESPONSE)
                .map(comment -> said(comment, Map.of(), Map.of()))
                .toList();
    }

    /** What somebody handed in in the rounds before, the newest last. */
    List<Shown> earlier(Review own, Locale locale) {
        var all = reviews.of(own.paper());
        var numbers = numbers(all);
        return all.stream()
                .filter(review -> review.reviewer().equals(own.reviewer())
                        && review.round() < own.round()
                        && review.isSubmitted())
                .map(review -> shown(review, numbers, Map.of(), review.forChairs(), answers(review, locale)))
                .toList();
    }

    /** What was handed in, and the chairs' summary. @param named whether authors know the reviewers */
    Talk forAuthors(UUID paper, boolean named) {
        var all = reviews.of(paper);
        var names = named ? names(all) : Map.<UUID, String>of();
        var numbers = numbers(all);
        return new Talk(
                all.stream()
                        .filter(Review::isSubmitted)
                        .map(review -> shown(review, numbers, names, "", List.of()))
                        .toList(),
                comments.of(paper).stream()
                        .filter(comment -> FOR_AUTHORS.contains(comment.kind()))
                        .map(comment -> said(comment, numbers, Map.of()))
                        .toList());
    }

    /** By which a reviewer is called. */
    int numberOf(UUID paper, UUID reviewer) {
        return numbers(reviews.of(paper)).getOrDefault(reviewer, 0);
    }

    private static Map<UUID, Integer> numbers(List<Review> all) {
        var numbers = new HashMap<UUID, Integer>();
        for (var review : all) numbers.putIfAbsent(review.reviewer(), numbers.size() + 1);
        return numbers;
    }

    private Map<UUID, String> names(List<Review> all) {
        return reviewers.byIds(all.stream().map(Review::reviewer).distinct().toList()).stream()
                .collect(Collectors.toMap(Reviewer::id, Reviewer::name));
    }

    private List<AnswerWords.Row> answers(Review review, Locale locale) {
        return questions.answered(review.conference(), review.answers(), locale);
    }

    private static Shown shown(
            Review review,
            Map<UUID, Integer> numbers,
            Map<UUID, String> names,
            String forChairs,
            List<AnswerWords.Row> answers) {
        return new Shown(
                review.id(),
                numbers.getOrDefault(review.reviewer(), 0),
                names.get(review.reviewer()),
                review.round(),
                review.standing().code(),
                review.score(),
                review.confidence(),
                review.forAuthors(),
                forChairs,
                answers,
                review.submittedAt());
    }

    private static Said said(Comment comment, Map<UUID, Integer> numbers, Map<UUID, String> names) {
        var reviewer = comment.reviewer();
        return new Said(
                comment.kind().code().replace('_', '-'),
                reviewer == null ? 0 : numbers.getOrDefault(reviewer, 0),
                reviewer == null ? null : names.get(reviewer),
                comment.audience() == Audience.CHAIRS,
                comment.text(),
                comment.at());
    }
}
