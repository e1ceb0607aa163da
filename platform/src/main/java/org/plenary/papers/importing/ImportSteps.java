package org.plenary.papers.importing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions that a running import is made of. */
@Component
class ImportSteps {
    /** Small, so that progress can be seen and no lock is held for long. */
    private static final int ROWS = 100;

    private final ImportJobs jobs;
    private final ImportWriting writing;

    ImportSteps(ImportJobs jobs, ImportWriting writing) {
        this.jobs = jobs;
        this.writing = writing;
    }

    /** @return rows written so far */
    @Transactional
    public int writeNext(UUID job, UUID conference, List<ImportedPaper> papers) {
        var done = jobs.lock(job);
        var next = Math.min(done + ROWS, papers.size());
        if (done >= next) return done;
        writing.write(conference, papers.subList(done, next));
        jobs.advance(job, next);
        return next;
    }

    @Transactional
    public void finish(UUID job) {
        jobs.finish(job);
    }
}
