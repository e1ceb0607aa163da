package org.plenary.papers.review;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Ruling;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the chairs say about a conflict: that there is one, that what was found is none, or nothing any more. */
@Component
class ConflictRuling {
    private static final int REASON = 300;

    private final Conflicts conflicts;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    ConflictRuling(Conflicts conflicts, Callers callers, AuditTrail audit, Clock clock) {
        this.conflicts = conflicts;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param said {@code yes}, {@code no} or {@code forget}
     * @throws Problem.InvalidInput at {@code /conflicts} or {@code /reason}
     */
    @Transactional
    public void rule(Paper paper, Reviewer reviewer, String said, @Nullable String reason) {
        if (said.equals("forget")) {
            conflicts.forgetRuling(paper, reviewer.id());
        } else {
            new Violations()
                    .check(said.equals("yes") || said.equals("no"), "/conflicts", "choice", "One of yes, no, forget.")
                    .text("/reason", reason, REASON)
                    .throwIfAny();
            conflicts.rule(
                    paper,
                    new Ruling(
                            paper.id(),
                            reviewer.id(),
                            said.equals("yes"),
                            reason == null ? "" : reason.strip(),
                            callers.current().name(),
                            clock.instant()));
        }
        audit.record("review-conflict.ruled", paper.id().toString(), Map.of("said", said));
    }
}
