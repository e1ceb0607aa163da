package org.plenary.papers.inspection;

import java.time.Clock;
import java.util.Map;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperFileArrived;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What chairs do about a file: have it looked into again, or let reviewers read it as it is. */
@Component
class FileReleasing {
    private final Inspections inspections;
    private final AuditTrail audit;
    private final Callers callers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileReleasing(
            Inspections inspections, AuditTrail audit, Callers callers, ApplicationEventPublisher events, Clock clock) {
        this.inspections = inspections;
        this.audit = audit;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For a file of which no copy without metadata can be made. Repeats safely.
     *
     * @throws Problem.Conflict code {@code file_not_withheld} when there is a copy, or one may still come
     */
    @Transactional
    public void release(Paper paper) {
        var known =
                inspections.locked(paper.id()).filter(one -> one.isOf(paper)).orElseThrow(FileReleasing::notWithheld);
        if (known.isReleased()) return;
        if (!known.isWithheld()) throw notWithheld();
        inspections.release(paper.id(), callers.current().name(), clock.instant());
        record("paper-file.released", paper);
    }

    @Transactional
    public void lookAgain(Paper paper) {
        inspections.forget(paper.id(), clock.instant());
        events.publishEvent(new PaperFileArrived(Tenancy.require().id(), paper.id()));
        record("paper-file.looked-again", paper);
    }

    private void record(String what, Paper paper) {
        audit.record(what, paper.id().toString(), Map.of("number", paper.number()));
    }

    private static Problem.Conflict notWithheld() {
        return new Problem.Conflict("file_not_withheld", "Reviewers can have this file, or will soon.");
    }
}
