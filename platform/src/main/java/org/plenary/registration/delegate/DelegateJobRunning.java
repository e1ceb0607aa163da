package org.plenary.registration.delegate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Does the jobs that were started, each to its end; after a crash the message comes again. */
@Component
class DelegateJobRunning {
    private final DelegateJobs jobs;
    private final List<JobWork> works;

    DelegateJobRunning(DelegateJobs jobs, List<JobWork> works) {
        this.jobs = jobs;
        this.works = List.copyOf(works);
    }

    @OutboundListener(id = "registration.run-delegate-job")
    void on(DelegateJobStarted started) {
        var job = jobs.find(started.conference(), started.job()).orElse(null);
        if (job == null || !job.isRunning()) return;
        var work = works.stream()
                .filter(each -> each.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        try {
            work.run(job);
            jobs.end(job, DelegateJob.FINISHED);
        } catch (Problem.InvalidInput | Problem.NotFound | Problem.Conflict e) {
            jobs.note(job, List.of(new DelegateJob.Failed("", e.code(), e.detail())));
            jobs.end(job, DelegateJob.FAILED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
