package org.plenary.papers.presenter;

import java.time.Clock;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.papers.presenter.Coverage.Standing;
import org.plenary.papers.submission.Deciding;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What chairs do about papers without an author who comes: excuse them, write to their authors, or take the papers out. */
@Component
class Presenting {
    private static final int LONGEST = 500;

    private final Presenters presenters;
    private final Rule rule;
    private final Deciding deciding;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Presenting(
            Presenters presenters, Rule rule, Deciding deciding, AuditTrail audit, ApplicationEventPublisher events) {
        this.presenters = presenters;
        this.rule = rule;
        this.deciding = deciding;
        this.audit = audit;
        this.events = events;
    }

    /** What is asked of accepted papers, and whether it is time. */
    @Component
    record Rule(DecisionPlans plans, Papers papers, Clock clock) {
        boolean isPassed(ConferenceView conference) {
            var until = plans.of(conference.id()).presenterUntil();
            return until != null && until.isPassed(clock.instant());
        }
    }

    /** @throws Problem.InvalidInput at {@code /reason} */
    @Transactional
    public void excuse(ConferenceView conference, Paper paper, String reason) {
        var text = reason.strip();
        new Violations().text("/reason", text, LONGEST).throwIfAny();
        presenters.excuse(conference.id(), paper.id(), text);
        audit.record("paper.presenter-excused", paper.id().toString(), Map.of("paper", paper.number()));
    }

    @Transactional
    public void askAgain(Paper paper) {
        if (presenters.askAgain(paper.id()))
            audit.record("paper.presenter-asked-again", paper.id().toString(), Map.of("paper", paper.number()));
    }

    /** Writes to the authors of all papers that lack somebody. @return how many papers these are */
    @Transactional
    public int remind(ConferenceView conference) {
        var missing = missing(conference);
        if (missing == 0) return 0;
        events.publishEvent(new PresentersAsked(
                Tenancy.require().id(), conference.id(), rule.clock().instant().toEpochMilli()));
        audit.record(
                "presenters.reminded",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "papers", missing));
        return missing;
    }

    /**
     * Takes the papers that lack somebody out of the conference once the day has passed: they are rejected, and their authors are told so
     * as of any decision.
     *
     * @param seen how many whoever does it was shown
     * @throws Problem.Conflict {@code too_early} before the day, {@code selection_changed} when there are more or fewer now
     */
    @Transactional
    public int drop(ConferenceView conference, int seen) {
        if (!rule.isPassed(conference)) throw new Problem.Conflict("too_early", "The day has not passed yet.");
        var missing = missing(conference);
        if (missing != seen) throw new Problem.Conflict("selection_changed", "There are " + missing + " papers now.");
        var papers = rule.papers()
                .byIds(presenters.list(conference.id(), Standing.MISSING, 0, seen).stream()
                        .map(Coverage::paper)
                        .toList());
        var dropped = deciding.decideAll(papers, "reject");
        audit.record(
                "presenters.papers-dropped",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "papers", dropped));
        return dropped;
    }

    /** Whether the day has passed until which somebody of each paper is to register. */
    boolean isPassed(ConferenceView conference) {
        return rule.isPassed(conference);
    }

    private int missing(ConferenceView conference) {
        return Math.toIntExact(presenters.counts(conference.id()).getOrDefault(Standing.MISSING, 0L));
    }
}
