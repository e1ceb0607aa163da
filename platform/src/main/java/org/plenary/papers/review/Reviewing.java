package org.plenary.papers.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do with the papers that are given to them. */
@Component
class Reviewing {
    private static final int TEXT = 50_000;
    private static final int REASON = 1_000;
    static final int SUREST = 5;

    private final Papers papers;
    private final Reviews reviews;
    private final Conflicts conflicts;
    private final ReviewPlans plans;
    private final Writing writing;

    Reviewing(Papers papers, Reviews reviews, Conflicts conflicts, ReviewPlans plans, Writing writing) {
        this.papers = papers;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.plans = plans;
        this.writing = writing;
    }

    @Component
    record Writing(ReviewQuestions questions, AuditTrail audit, Clock clock) {
        /** Does not name the paper: more people read the audit trail than may know who reviews what. */
        void record(String what, Review review) {
            audit.record(what, review.id().toString(), Map.of());
        }
    }

    /** A paper that a reviewer may read. */
    record Opened(Paper paper, Review own, ReviewPlan plan) {
        /** Whether the reviewer sees the others' reviews and what is said about the paper. */
        boolean isShared() {
            return plan.discussion() && own.isSubmitted();
        }
    }

    /**
     * A conflict that came up since the paper was given closes it at once.
     *
     * @throws Problem.NotFound when the reviewer does not have the paper
     */
    @Transactional(readOnly = true)
    public Opened open(Desk desk, int number) {
        var plan = plans.of(desk.conference().id());
        var paper = papers.byNumber(desk.conference().id(), number)
                .filter(found -> found.status() != PaperStatus.WITHDRAWN)
                .orElseThrow(Reviewing::notFound);
        var own = reviews.of(paper.id()).stream()
                .filter(review -> review.reviewer().equals(desk.reviewer().id()) && review.isWithReviewer())
                .reduce((earlier, later) -> later)
                .orElseThrow(Reviewing::notFound);
        if (!conflicts.between(paper, desk.reviewer()).isEmpty()) throw notFound();
        return new Opened(paper, own, plan);
    }

    int highest(Desk desk) {
        return plans.of(desk.conference().id()).highest();
    }

    /** What somebody sends as a review. @param answers to the review form, not checked yet, @param version that it was written over */
    record Input(
            @Nullable Integer score,
            @Nullable Integer confidence,
            @Nullable String forAuthors,
            @Nullable String forChairs,
            Answers answers,
            long version) {}

    /**
     * @param submit whether it is handed in; a draft may be unfinished
     * @throws Problem.InvalidInput at {@code /score}, {@code /confidence}, {@code /for_authors} or {@code /for_chairs}
     * @throws Problem.Conflict code {@code paper_decided} when it makes no difference any more
     */
    @Transactional
    public Review write(Desk desk, Opened opened, Input input, boolean submit) {
        if (opened.paper().status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("paper_decided", "This paper is decided.");
        var mustBeWhole = submit || opened.own().isSubmitted();
        var wrong = new Violations();
        number(wrong, "/score", input.score(), opened.plan().highest(), mustBeWhole);
        number(wrong, "/confidence", input.confidence(), SUREST, mustBeWhole);
        if (mustBeWhole) wrong.text("/for_authors", input.forAuthors(), TEXT);
        else wrong.optionalText("/for_authors", input.forAuthors(), TEXT);
        wrong.optionalText("/for_chairs", input.forChairs(), TEXT);
        var answers = answers(wrong, desk, opened, input.answers(), mustBeWhole);
        wrong.throwIfAny();
        if (input.version() != opened.own().version()) throw new Problem.Stale();
        var opinion = new Review.Opinion(
                input.score(), input.confidence(), given(input.forAuthors()), given(input.forChairs()), answers);
        var said = opened.own().say(opinion, submit, writing.clock().instant());
        reviews.update(List.of(said));
        if (mustBeWhole) writing.record(opened.own().isSubmitted() ? "review.changed" : "review.submitted", said);
        return said;
    }

    /** @throws Problem.InvalidInput at {@code /reason} @throws Problem.Conflict when it is handed in */
    @Transactional
    public void giveBack(Opened opened, @Nullable String reason) {
        new Violations().text("/reason", reason, REASON).throwIfAny();
        reviews.update(List.of(opened.own().giveBack(given(reason))));
        writing.record("review.returned", opened.own());
    }

    /** A draft may leave questions open; what is answered must be right. */
    private Answers answers(Violations wrong, Desk desk, Opened opened, Answers given, boolean isWhole) {
        var content = opened.paper().content();
        var found = new Violations();
        var accepted = writing.questions()
                .accepted(
                        found,
                        desk.conference(),
                        given.form(),
                        given.values(),
                        Answers.groups(content.track(), content.type()),
                        opened.own().answers());
        for (var each : found.list())
            if (isWhole || !each.code().equals("required"))
                wrong.add(each.pointer(), each.code(), each.detail(), each.details());
        return accepted;
    }

    private static void number(
            Violations wrong, String pointer, @Nullable Integer number, int highest, boolean isNeeded) {
        if (number == null) wrong.check(!isNeeded, pointer, "required", "This is required.");
        else wrong.check(number >= 1 && number <= highest, pointer, "range", "From 1 to " + highest + ".");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This paper");
    }
}
