package org.plenary.papers.importing;

import java.util.UUID;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/**
 * Writes a started import piece by piece, each in a transaction that also counts the progress: after a crash the message
 * comes again and it goes on where it stood.
 */
@Component
class ImportRunning {
    private final ImportJobs jobs;
    private final ImportSteps steps;

    ImportRunning(ImportJobs jobs, ImportSteps steps) {
        this.jobs = jobs;
        this.steps = steps;
    }

    @OutboundListener(id = "papers.run-import")
    void on(ImportStarted event) {
        run(event.job());
    }

    private void run(UUID id) {
        var papers = jobs.papers(id);
        if (papers.isEmpty()) return;
        var conference = jobs.byId(id).orElseThrow().conference();
        while (steps.writeNext(id, conference, papers) < papers.size()) continue;
        steps.finish(id);
    }
}
