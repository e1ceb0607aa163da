package org.plenary.papers.relief;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewAssigning;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks reviewers to step in, takes their yes, and lets late reviewers go. */
@Component
class Rescuing {
    private static final int MOST_DAYS = 90;

    private final Reliefs reliefs;
    private final Rescuers rescuers;
    private final Reviewers reviewers;
    private final Giving giving;
    private final Noting noting;

    Rescuing(Reliefs reliefs, Rescuers rescuers, Reviewers reviewers, Giving giving, Noting noting) {
        this.reliefs = reliefs;
        this.rescuers = rescuers;
        this.reviewers = reviewers;
        this.giving = giving;
        this.noting = noting;
    }

    /** How papers are given, and until when. */
    @Component
    record Giving(ReviewAssigning assigning, ReviewDates dates) {}

    /** Who did it, when, and who hears of it. */
    @Component
    record Noting(Callers callers, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {}

    /** @return the end of that day @throws Problem.InvalidInput at {@code /due} */
    Instant due(ConferenceView conference, @Nullable LocalDate day) {
        var now = noting.clock().instant();
        var due = day == null
                ? null
                : day.atTime(LocalTime.of(23, 59)).atZone(conference.timeZone()).toInstant();
        if (due == null) throw new Problem.InvalidInput("/due", "required", "This is required.");
        new Violations()
                .check(
                        due.isAfter(now) && due.isBefore(now.plus(java.time.Duration.ofDays(MOST_DAYS))),
                        "/due",
                        "past",
                        "A day that is still to come, within 90 days.")
                .throwIfAny();
        return due;
    }

    /**
     * Gives the paper with a day of its own; the reviewer gets a mail and can refuse.
     *
     * @throws Problem.Conflict code {@code paper_decided}, {@code relief_full}, {@code conflict_of_interest}, {@code already_given}
     */
    @Transactional
    public void ask(ConferenceView conference, Paper paper, UUID reviewer, Instant due) {
        if (paper.status() != PaperStatus.SUBMITTED)
            throw new Problem.Conflict("paper_decided", "This paper is decided.");
        var one = reviewers.byId(conference.id(), reviewer).orElseThrow(() -> new Problem.NotFound("The reviewer"));
        reliefs.lock(reviewer);
        if (rescuers.left(conference).getOrDefault(reviewer, 0) <= 0)
            throw new Problem.Conflict("relief_full", one.name() + " takes on no more.");
        var review = giving.assigning().place(conference, paper, one);
        giving.dates().set(review.id(), due);
        var now = noting.clock().instant();
        reliefs.ask(conference.id(), review.id(), noting.callers().current().name(), now);
        noting.audit().record("relief.asked", review.id().toString(), Map.of());
        noting.events()
                .publishEvent(
                        new ReliefAsked(Tenancy.require().id(), conference.id(), review.id(), now.toEpochMilli()));
    }

    /** Repeats safely. */
    @Transactional
    public void accept(Review review) {
        if (reliefs.accept(review.id(), noting.clock().instant()))
            noting.audit().record("relief.accepted", review.id().toString(), Map.of());
    }

    /**
     * The paper goes from somebody who is late; their draft is kept, and they are told. Repeats safely.
     *
     * @throws Problem.Conflict code {@code review_submitted} when it came after all
     */
    @Transactional
    public void take(Review review) {
        if (!review.isWithReviewer()) return;
        giving.assigning().relieve(review);
        noting.events()
                .publishEvent(new ReviewTaken(
                        Tenancy.require().id(),
                        review.conference(),
                        review.id(),
                        noting.clock().millis()));
    }
}
