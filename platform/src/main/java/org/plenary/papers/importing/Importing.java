package org.plenary.papers.importing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts imports. Every row has been checked before the first is written. */
@Component
class Importing {
    private final ImportJobs jobs;
    private final AuditTrail audit;
    private final Callers callers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Importing(ImportJobs jobs, AuditTrail audit, Callers callers, ApplicationEventPublisher events, Clock clock) {
        this.jobs = jobs;
        this.audit = audit;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** @param isPartial whether the good rows are written although others are wrong */
    @Transactional
    public ImportJob start(ConferenceView conference, CheckedImport checked, boolean isPartial) {
        var isRefused =
                checked.papers().isEmpty() || !isPartial && !checked.badRows().isEmpty();
        @Nullable List<ImportedPaper> papers = isRefused ? null : checked.papers();
        var job = new ImportJob(
                Ids.next(),
                conference.id(),
                isRefused ? ImportJob.REFUSED : ImportJob.RUNNING,
                papers == null ? checked.rows() : papers.size(),
                0,
                checked.badRows(),
                callers.current().id(),
                clock.instant());
        jobs.insert(job, papers);
        audit.record("papers.imported", conference.slug(), Map.of("rows", checked.rows(), "refused", isRefused));
        if (!isRefused) events.publishEvent(new ImportStarted(Tenancy.require().id(), job.id()));
        return job;
    }

    /** Keeps what would be written, for somebody to look at first; what was checked before is forgotten. Nothing is written. */
    @Transactional
    public ImportJob check(ConferenceView conference, CheckedImport checked) {
        jobs.forgetChecked(conference.id());
        var papers = checked.papers();
        var job = new ImportJob(
                Ids.next(),
                conference.id(),
                papers.isEmpty() ? ImportJob.REFUSED : ImportJob.CHECKED,
                papers.isEmpty() ? checked.rows() : papers.size(),
                0,
                checked.badRows(),
                callers.current().id(),
                clock.instant());
        jobs.insert(job, papers.isEmpty() ? null : papers);
        return job;
    }

    /** Writes what was checked. Repeats safely. */
    @Transactional
    public void begin(ConferenceView conference, ImportJob job) {
        if (!jobs.begin(conference.id(), job.id())) return;
        audit.record("papers.imported", conference.slug(), Map.of("rows", job.total(), "refused", false));
        events.publishEvent(new ImportStarted(Tenancy.require().id(), job.id()));
    }
}
