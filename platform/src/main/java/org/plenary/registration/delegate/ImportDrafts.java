package org.plenary.registration.delegate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.springframework.stereotype.Component;

/** The tables that were sent to be imported, each kept with the job that will write it. */
@Component
class ImportDrafts {
    static final String KIND = "import";

    private final DelegateJobs jobs;
    private final Json json;

    ImportDrafts(DelegateJobs jobs, Json json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** @param rows those to write, in the order of the file; @param together whether one failure stops all of them */
    record Request(ImportMapping mapping, List<Integer> rows, boolean together) {}

    UUID keep(ConferenceView conference, TableFile file) {
        var content = json.write(file).getBytes(StandardCharsets.UTF_8);
        return jobs.draft(conference.id(), KIND, file.rows().size(), content);
    }

    Optional<DelegateJob> find(ConferenceView conference, UUID job) {
        return jobs.find(conference.id(), job).filter(each -> each.kind().equals(KIND));
    }

    /** @throws Problem.NotFound when its file was taken away: after it was imported, or after a week */
    TableFile file(DelegateJob job) {
        var content = jobs.file(job.conference(), job.id()).orElseThrow(() -> new Problem.NotFound("This file"));
        return json.read(new String(content, StandardCharsets.UTF_8), TableFile.class);
    }

    /** @throws Problem.Conflict when somebody has begun it already */
    void begin(DelegateJob job, Request request) {
        if (!jobs.begin(job, request.rows().size(), request))
            throw new Problem.Conflict("import_started", "This file is being imported already.");
    }

    Request request(DelegateJob job) {
        return json.read(job.request().toString(), Request.class);
    }

    void note(DelegateJob job, List<DelegateJob.Failed> failures) {
        jobs.note(job, failures);
    }
}
