package org.plenary.papers.matching;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.papers.assignment.AssigningReviewers;
import org.plenary.papers.assignment.Assignment;
import org.plenary.papers.assignment.AssignmentRun;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.matching.MatchGround.Ground;
import org.plenary.papers.matching.MatchRun.Standing;
import org.plenary.papers.review.ReviewAssigning;
import org.plenary.papers.review.ReviewAssigning.Pair;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Works out who reviews what, behind the scenes, and proposes it to the chairs. */
@Component
class ReviewerMatching {
    private static final int MOST_TOLD = 200;

    private final MatchRuns runs;
    private final MatchGround ground;
    private final ReviewAssigning assigning;
    private final ReviewPlans plans;
    private final Around around;

    ReviewerMatching(MatchRuns runs, MatchGround ground, ReviewAssigning assigning, ReviewPlans plans, Around around) {
        this.runs = runs;
        this.ground = ground;
        this.assigning = assigning;
        this.plans = plans;
        this.around = around;
    }

    @Component
    record Around(
            ConferenceApi conferences,
            Callers callers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {}

    /** @throws org.plenary.kernel.Problem.Conflict code {@code match_running} when there is a run under way */
    @Transactional
    public MatchRun start(ConferenceView conference, MatchSettings settings, Clock clock) {
        var run = new MatchRun(
                Ids.next(),
                conference.id(),
                Standing.RUNNING,
                "waiting",
                0,
                settings,
                null,
                around.callers().current().name(),
                clock.instant(),
                null);
        runs.insert(run);
        around.audit().record("review-match.started", run.id().toString(), Map.of("conference", conference.slug()));
        around.events().publishEvent(new MatchAsked(Tenancy.require().id(), run.id()));
        return run;
    }

    /** It ends at its next step; what was proposed before stays. */
    @Transactional
    public void cancel(ConferenceView conference) {
        runs.cancel(conference.id());
    }

    /** A message that comes again after a crash begins anew: the outcome of a run is written at its end, in one piece. */
    @OutboundListener(id = "papers.run-match")
    void on(MatchAsked asked) {
        var run = runs.byId(asked.run()).filter(MatchRun::isRunning).orElse(null);
        if (run == null) return;
        try {
            work(run);
        } catch (CancellationException e) {
            // a node that ends interrupts it: then the message comes again
            if (Thread.currentThread().isInterrupted()) throw e;
            runs.stop(run.id());
        }
    }

    private void work(MatchRun run) {
        var plan = plans.of(run.conference());
        var watched = new AssignmentRun((stage, part) -> {
            var percent = (int) Math.round(part * 100);
            if (!runs.advance(run.id(), stage.name().toLowerCase(Locale.ROOT), percent))
                throw new CancellationException("cancelled by hand");
        });
        var found = ground.gather(run.conference(), plan.round(), plan.perPaper(), run.settings(), watched);
        var assignment = AssigningReviewers.assign(found.input(), watched);
        var pairs = assignment.assigned().stream()
                .filter(pair -> !pair.pinned())
                .map(pair -> new Pair(
                        found.papers().get(pair.paper()).id(),
                        found.reviewers().get(pair.reviewer()).id()))
                .toList();
        var conference = around.conferences().byId(run.conference());
        around.transactions().executeWithoutResult(_ -> {
            if (runs.finish(run.id(), summary(found, assignment, pairs))) assigning.propose(conference, pairs);
        });
        runs.stop(run.id());
    }

    private static MatchRun.Summary summary(Ground found, Assignment assignment, List<Pair> pairs) {
        var quality = assignment.quality();
        return new MatchRun.Summary(
                found.papers().size(),
                found.reviewers().size(),
                pairs.size(),
                quality.value(),
                quality.worstPaper(),
                assignment.shortages().stream()
                        .limit(MOST_TOLD)
                        .map(each -> new MatchRun.Short(
                                found.papers().get(each.paper()).number(), each.missing()))
                        .toList(),
                assignment.belowLeast().stream()
                        .limit(MOST_TOLD)
                        .map(each -> new MatchRun.Below(
                                found.reviewers().get(each.reviewer()).name(), each.papers()))
                        .toList());
    }
}
