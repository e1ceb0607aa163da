package org.plenary.papers.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.revision.Revising;
import org.plenary.papers.submission.Deciding;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides many papers by a simulation, and announces what was decided. */
@Component
class AnnouncingDecisions {
    /** As many as one transaction bears without making others wait. */
    static final int MOST = 2_000;

    private static final int CONSIDERED = 20_000;

    private final DecisionFigures figures;
    private final Deciding deciding;
    private final ReviewerDesks desks;
    private final AuditTrail audit;
    private final Decided decided;

    AnnouncingDecisions(
            DecisionFigures figures, Deciding deciding, ReviewerDesks desks, AuditTrail audit, Decided decided) {
        this.figures = figures;
        this.deciding = deciding;
        this.desks = desks;
        this.audit = audit;
        this.decided = decided;
    }

    /** What is decided, and what is asked for instead. */
    @Component
    record Decided(Papers papers, Revising revising) {}

    /** @param wanted by track, how many are to be accepted in all */
    @Transactional(readOnly = true)
    public Simulation simulate(ConferenceView conference, Map<String, Integer> wanted) {
        return Simulation.of(
                figures.candidates(conference.id(), wanted.keySet(), desks.addresses(), CONSIDERED), wanted);
    }

    /**
     * Decides as the simulation has it, all of it or nothing.
     *
     * @param mark of the simulation that was shown
     * @return how many papers were decided
     * @throws Problem.Conflict {@code selection_changed} when it would be another one now, {@code selection_large} when it is too many
     */
    @Transactional
    public int takeOver(ConferenceView conference, Map<String, Integer> wanted, String mark) {
        var simulation = simulate(conference, wanted);
        if (simulation.size() > MOST)
            throw new Problem.Conflict("selection_large", "At most " + MOST + " papers at a time.");
        if (!simulation.mark().equals(mark))
            throw new Problem.Conflict("selection_changed", "Reviews or decisions have changed since.");
        deciding.decideAll(decided.papers().byIds(simulation.accepted()), "accept");
        deciding.decideAll(decided.papers().byIds(simulation.rejected()), "reject");
        audit.record(
                "papers.decided",
                conference.id().toString(),
                Map.of(
                        "conference",
                        conference.slug(),
                        "accepted",
                        simulation.accepted().size(),
                        "rejected",
                        simulation.rejected().size()));
        return simulation.size();
    }

    /**
     * Announces what is not announced.
     *
     * @param seen how many whoever does it was shown
     * @throws Problem.Conflict {@code selection_changed} when there are more or fewer now
     */
    @Transactional
    public int announce(ConferenceView conference, int seen) {
        if (figures.unannounced(conference.id()).all() != seen)
            throw new Problem.Conflict("selection_changed", "There are more or fewer decisions now.");
        return announceAll(conference);
    }

    /** As the other, of whatever there is. */
    @Transactional
    public int announceAll(ConferenceView conference) {
        var done = 0;
        List<UUID> part;
        do {
            part = figures.unannounced(conference.id(), MOST);
            done += deciding.announce(conference.id(), decided.papers().byIds(part));
        } while (part.size() == MOST);
        done += decided.revising().tell(conference.id());
        if (done > 0)
            audit.record(
                    "decisions.announced",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "papers", done));
        return done;
    }
}
