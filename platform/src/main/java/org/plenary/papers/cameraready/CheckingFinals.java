package org.plenary.papers.cameraready;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do with final versions: approve them, or send them back to be mended. */
@Component
class CheckingFinals {
    /** For an author whose paper is sent back when the deadline is over, and no other day is given. */
    private static final Duration TO_MEND = Duration.ofDays(7);

    private static final int NOTE = 2_000;

    private final FinalVersions versions;
    private final FinalSteps steps;
    private final Windows windows;
    private final Callers callers;
    private final Told told;

    CheckingFinals(FinalVersions versions, FinalSteps steps, Windows windows, Callers callers, Told told) {
        this.versions = versions;
        this.steps = steps;
        this.windows = windows;
        this.callers = callers;
        this.told = told;
    }

    @Component
    record Told(AuditTrail audit, ApplicationEventPublisher events) {}

    /** @throws Problem.Conflict code {@code illegal_status}, {@code final_version_missing}, {@code copyright_missing}, {@code volume_published} */
    @Transactional
    public void approve(ConferenceView conference, Paper paper) {
        var version = requireChangeable(conference, paper);
        var hindrance = steps.of(paper, version).hindrance();
        if (!hindrance.isEmpty()) throw new Problem.Conflict(hindrance, "Something of this paper is missing.");
        if (version.standing() != FinalStanding.READY) approve(paper, version);
    }

    /** Those of them that wait and of which authors have done everything. @return how many are approved now that were not */
    @Transactional
    public int approveAll(ConferenceView conference, List<Paper> papers) {
        var count = 0;
        for (var paper : papers) {
            var version = requireChangeable(conference, paper);
            if (version.standing() != FinalStanding.WAITING
                    || !steps.of(paper, version).isDone()) continue;
            approve(paper, version);
            count++;
        }
        return count;
    }

    /**
     * @param until until when it can be handed in again; null for the deadline, or a week when that is over
     * @throws Problem.InvalidInput at {@code /note}, {@code /until}
     * @throws Problem.Conflict code {@code illegal_status}, {@code final_version_missing}, {@code volume_published}
     */
    @Transactional
    public void sendBack(ConferenceView conference, Paper paper, @Nullable String note, @Nullable Instant until) {
        var wrong = new Violations();
        wrong.text("/note", note, NOTE);
        wrong.check(until == null || until.isAfter(steps.now()), "/until", "past", "This is over.");
        wrong.throwIfAny();
        var version = requireChangeable(conference, paper);
        if (versions.newest(paper.id()).isEmpty())
            throw new Problem.Conflict("final_version_missing", "Nothing was handed in yet.");
        var now = steps.now();
        var mend = until == null && isOver(conference, now) ? now.plus(TO_MEND) : until;
        versions.save(
                version.returned(String.valueOf(note).strip(), callers.current().name(), now, mend));
        record("camera-ready.returned", paper);
        told.events().publishEvent(new FinalVersionReturned(Tenancy.require().id(), paper.id(), now.toEpochMilli()));
    }

    private void approve(Paper paper, FinalVersion version) {
        versions.save(version.approved(callers.current().name(), steps.now()));
        record("camera-ready.approved", paper);
    }

    private FinalVersion requireChangeable(ConferenceView conference, Paper paper) {
        steps.requireUnpublished(conference.id());
        if (paper.status() != PaperStatus.ACCEPTED)
            throw new Problem.Conflict("illegal_status", "Only accepted papers have a final version.");
        return versions.locked(conference.id(), paper.id());
    }

    private boolean isOver(ConferenceView conference, Instant now) {
        return windows.cameraReady(conference)
                .filter(until -> !until.isPassed(now))
                .isEmpty();
    }

    private void record(String what, Paper paper) {
        told.audit().record(what, paper.id().toString(), Map.of("number", paper.number()));
    }
}
