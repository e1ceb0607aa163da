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
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do with the papers that are given to them. */
@Component
public class Reviewing {
    private static final int REASON = 1_000;

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
    record Writing(Opinions opinions, AuditTrail audit, Clock clock) {
        /** Does not name the paper: more people read the audit trail than may know who reviews what. */
        void record(String what, Review review) {
            audit.record(what, review.id().toString(), Map.of());
        }
    }

    /** A paper that a reviewer may read. */
    public record Opened(Paper paper, Review own, ReviewPlan plan) {
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

    /**
     * @param submit whether it is handed in; a draft may be unfinished
     * @throws Problem.InvalidInput at {@code /score}, {@code /confidence}, {@code /for_authors} or {@code /for_chairs}
     * @throws Problem.Conflict code {@code paper_decided} when it makes no difference any more
     */
    @Transactional
    public Review write(Desk desk, Opened opened, Opinions.Input input, boolean submit) {
        if (opened.paper().status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("paper_decided", "This paper is decided.");
        var mustBeWhole = submit || opened.own().isSubmitted();
        var opinion = writing.opinions()
                .checked(desk.conference(), opened.paper(), opened.own().answers(), input, mustBeWhole);
        if (input.version() != opened.own().version()) throw new Problem.Stale();
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

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This paper");
    }
}
