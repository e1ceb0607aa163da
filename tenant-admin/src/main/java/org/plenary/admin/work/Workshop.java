package org.plenary.admin.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does the jobs of this node, a few at a time, on threads of its own: they take minutes, and the scheduler has few threads. A job
 * that was not done when the process ends is taken up again when it has been silent for a while, by whichever node sees it.
 */
@Component
class Workshop implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);
    private static final int AT_ONCE = 2;

    private final TenantJobs jobs;
    private final Map<TenantJob.Kind, TenantWork> works;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Workshop(TenantJobs jobs, List<TenantWork> works) {
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toMap(TenantWork::kind, Function.identity()));
    }

    /** Begins what there is a place for. */
    void look() {
        while (places.tryAcquire()) {
            var claim = Ids.next();
            var job = jobs.claim(claim).orElse(null);
            if (job == null) {
                places.release();
                return;
            }
            var unused = threads.submit(() -> {
                try {
                    work(job, claim);
                } finally {
                    places.release();
                }
            });
        }
    }

    private void work(TenantJob job, UUID claim) {
        var work = works.get(job.kind());
        if (work == null) throw new IllegalStateException("nobody does jobs of the kind " + job.kind());
        try {
            work.run(job, new Progress(jobs, job.id(), claim));
            if (jobs.finish(job.id(), claim))
                log.info("job={} kind={} tenant={} is done", job.id(), job.kind(), job.tenant());
        } catch (Progress.Stopped e) {
            stopped(job, work);
        } catch (Exception e) {
            if (isStopped(e)) {
                stopped(job, work);
                return;
            }
            log.error("job={} kind={} tenant={} failed", job.id(), job.kind(), job.tenant(), e);
            if (jobs.failed(job.id(), claim, String.valueOf(e.getMessage()))) abandon(job, work);
        }
    }

    /** Cancelled it is cleared away; taken up by another node it is theirs. */
    private void stopped(TenantJob job, TenantWork work) {
        var now = jobs.find(job.id());
        if (now.isEmpty() || now.get().status() == TenantJob.Status.CANCELLED) abandon(now.orElse(job), work);
    }

    private static boolean isStopped(Throwable failure) {
        for (@org.jspecify.annotations.Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Progress.Stopped) return true;
        return false;
    }

    private void abandon(TenantJob job, TenantWork work) {
        try {
            work.abandon(jobs.find(job.id()).orElse(job));
        } catch (RuntimeException e) {
            log.error("what is left of job={} could not be cleared away", job.id(), e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
