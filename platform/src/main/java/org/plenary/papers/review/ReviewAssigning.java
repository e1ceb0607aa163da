package org.plenary.papers.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.ReviewerRemoved;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Review.Standing;
import org.plenary.papers.submission.Answers;
import org.plenary.papers.submission.Paper;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives papers to reviewers, and takes them back. */
@Component
public class ReviewAssigning {
    private final Reviews reviews;
    private final ReviewPlans plans;
    private final Conflicts conflicts;
    private final Noting noting;
    private final Clock clock;

    ReviewAssigning(Reviews reviews, ReviewPlans plans, Conflicts conflicts, Noting noting, Clock clock) {
        this.reviews = reviews;
        this.plans = plans;
        this.conflicts = conflicts;
        this.noting = noting;
        this.clock = clock;
    }

    /** Who did it, and who hears of it. */
    @Component
    record Noting(Reviewers reviewers, Callers callers, AuditTrail audit, ApplicationEventPublisher events) {
        /** Empty when the authors bring it about, whose paper is revised. */
        String by() {
            var caller = callers.current();
            return caller.isAnonymous() ? "" : caller.name();
        }

        void given(UUID conference, UUID reviewer, long at) {
            events.publishEvent(new ReviewsGiven(Tenancy.require().id(), conference, reviewer, at));
        }

        /** Names neither paper nor reviewer: more people read the audit trail than may know who reviews what. */
        void record(String what, Review review) {
            audit.record(what, review.id().toString(), Map.of());
        }
    }

    /**
     * @throws Problem.Conflict code {@code reviewer_inactive}, {@code conflict_of_interest} or {@code already_given}
     */
    @Transactional
    public Review give(ConferenceView conference, Paper paper, Reviewer reviewer) {
        var review = place(conference, paper, reviewer);
        noting.given(conference.id(), reviewer.id(), clock.millis());
        return review;
    }

    /**
     * As {@link #give}, for callers that write to the reviewer themselves. What was written before the paper was given back is there
     * again.
     */
    @Transactional
    public Review place(ConferenceView conference, Paper paper, Reviewer reviewer) {
        if (!reviewer.isActive())
            throw new Problem.Conflict("reviewer_inactive", reviewer.name() + " does not review here.");
        if (!conflicts.between(paper, reviewer).isEmpty())
            throw new Problem.Conflict("conflict_of_interest", reviewer.name() + " has a conflict with this paper.");
        var given = reviews.of(paper.id());
        var round = Math.max(plans.of(conference.id()).round(), newest(given));
        for (var before : given) {
            if (!before.reviewer().equals(reviewer.id()) || before.round() != round) continue;
            if (before.standing() != Standing.RETURNED && before.standing() != Standing.PROPOSED)
                throw new Problem.Conflict("already_given", reviewer.name() + " has this paper already.");
            if (before.standing() == Standing.RETURNED && !before.isBlank()) {
                var again = before.again();
                reviews.update(List.of(again));
                noting.record("review.given", again);
                return again;
            }
            reviews.remove(before);
        }
        var review = fresh(conference.id(), new Pair(paper.id(), reviewer.id()), round, Standing.GIVEN);
        reviews.insert(List.of(review));
        noting.record("review.given", review);
        return review;
    }

    /**
     * Gives a paper that was revised to those who reviewed it last, in a round of its own; who left or has a conflict by now is left
     * out.
     *
     * @return what was given
     */
    @Transactional
    public List<Review> giveAgain(ConferenceView conference, Paper paper) {
        var before = reviews.of(paper.id());
        var last = newest(before);
        var ids = before.stream()
                .filter(review -> review.round() == last && review.isSubmitted())
                .map(Review::reviewer)
                .toList();
        var again = noting.reviewers().byIds(ids).stream()
                .filter(reviewer -> reviewer.isActive()
                        && conflicts.between(paper, reviewer).isEmpty())
                .map(reviewer -> fresh(conference.id(), new Pair(paper.id(), reviewer.id()), last + 1, Standing.GIVEN))
                .toList();
        reviews.insert(again);
        for (var review : again) {
            noting.record("review.given", review);
            noting.given(conference.id(), review.reviewer(), review.givenAt().toEpochMilli());
        }
        return again;
    }

    private static int newest(List<Review> all) {
        return all.stream().mapToInt(Review::round).max().orElse(0);
    }

    /**
     * The paper goes from a reviewer who has not handed in, and what they wrote is kept. Repeats safely.
     *
     * @throws Problem.Conflict code {@code review_submitted} when it is handed in meanwhile
     */
    @Transactional
    public void relieve(Review review) {
        if (review.standing() == Standing.RETURNED) return;
        reviews.update(List.of(review.giveBack("")));
        noting.record("review.relieved", review);
    }

    /** @throws Problem.Conflict code {@code review_begun} when something is written in it */
    @Transactional
    public void take(Reviewer reviewer, Review review) {
        if (!reviews.remove(review))
            throw new Problem.Conflict("review_begun", reviewer.name() + " has begun this review.");
        noting.record("review.taken", review);
    }

    /**
     * Keeps what was worked out, for the chairs to look at: it takes the place of what was proposed before. Pairs that are given
     * already are left out.
     */
    @Transactional
    public int propose(ConferenceView conference, List<Pair> pairs) {
        var round = plans.of(conference.id()).round();
        reviews.removeProposed(conference.id());
        var there = new HashSet<Pair>();
        for (var review : reviews.ofConference(conference.id(), round))
            there.add(new Pair(review.paper(), review.reviewer()));
        var fresh = new ArrayList<Review>();
        for (var pair : pairs) {
            if (there.add(pair)) fresh.add(fresh(conference.id(), pair, round, Standing.PROPOSED));
        }
        reviews.insert(fresh);
        return fresh.size();
    }

    public record Pair(UUID paper, UUID reviewer) {}

    /** Gives what is proposed; each reviewer gets one mail. @return how many papers in all */
    @Transactional
    public int publish(ConferenceView conference) {
        var round = plans.of(conference.id()).round();
        var published = reviews.ofConference(conference.id(), round).stream()
                .filter(review -> review.standing() == Standing.PROPOSED)
                .map(Review::publish)
                .toList();
        if (published.isEmpty()) return 0;
        reviews.update(published);
        var at = clock.millis();
        published.stream()
                .map(Review::reviewer)
                .distinct()
                .forEach(reviewer -> noting.given(conference.id(), reviewer, at));
        noting.audit()
                .record(
                        "review.published",
                        conference.id().toString(),
                        Map.of("conference", conference.slug(), "papers", String.valueOf(published.size())));
        return published.size();
    }

    /** What was proposed goes; nobody has seen it. */
    @Transactional
    public void discard(ConferenceView conference) {
        if (reviews.removeProposed(conference.id()) > 0)
            noting.audit()
                    .record("review.discarded", conference.id().toString(), Map.of("conference", conference.slug()));
    }

    @EventListener
    void on(ReviewerRemoved gone) {
        reviews.free(gone.reviewer());
    }

    private Review fresh(UUID conference, Pair pair, int round, Standing standing) {
        return new Review(
                Ids.next(),
                conference,
                pair.paper(),
                pair.reviewer(),
                round,
                standing,
                null,
                null,
                "",
                "",
                Answers.NONE,
                null,
                noting.by(),
                clock.instant(),
                null,
                1);
    }
}
