package org.plenary.papers.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives leave to hand in late, and takes it back. */
@Component
class Gracing {
    private static final int NOTE = 300;

    private final Graces graces;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    Gracing(Graces graces, Callers callers, AuditTrail audit, Clock clock) {
        this.graces = graces;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param token of the link, known from now on to those it is sent to */
    record Given(Grace grace, String token) {}

    /**
     * @param paper the number of one that is there; null for a new one
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /note}, {@code /paper} or {@code /until}
     */
    @Transactional
    public Given give(
            ConferenceView conference, @Nullable String note, @Nullable Integer paper, @Nullable Instant until) {
        var now = clock.instant();
        var wrong = new Violations();
        wrong.text("/note", note, NOTE);
        wrong.check(
                paper == null || graces.isPaper(conference.id(), paper),
                "/paper",
                "no_paper",
                "There is no such paper.");
        wrong.required("/until", until);
        wrong.check(until == null || until.isAfter(now), "/until", "past", "This must be in the future.");
        wrong.throwIfAny();
        if (note == null || until == null) throw new IllegalStateException("checked before");
        var grace = new Grace(
                Ids.next(),
                conference.id(),
                note.strip(),
                paper,
                until,
                callers.current().name(),
                now,
                null,
                null);
        var token = Ids.secret();
        graces.insert(grace, token);
        audit.record(
                "late-submission.allowed",
                grace.id().toString(),
                Map.of("conference", conference.slug(), "until", until.toString()));
        return new Given(grace, token);
    }

    @Transactional
    public void revoke(ConferenceView conference, UUID id) {
        if (graces.revoke(conference.id(), id))
            audit.record("late-submission.revoked", id.toString(), Map.of("conference", conference.slug()));
    }
}
