package org.plenary.papers.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}")
class ImportApi {
    private final ConferenceApi conferences;
    private final Calls calls;
    private final Importing importing;
    private final Parts parts;
    private final ImportJobs jobs;

    ImportApi(ConferenceApi conferences, Calls calls, Importing importing, Parts parts, ImportJobs jobs) {
        this.conferences = conferences;
        this.calls = calls;
        this.importing = importing;
        this.parts = parts;
        this.jobs = jobs;
    }

    @Component("importParts")
    record Parts(ImportWriting writing, ImportPreview preview) {}

    @PostMapping(
            path = "/submissions:import",
            consumes = {"application/x-ndjson", "application/jsonl", "application/json", "text/csv"})
    @Requires(Permission.PAPERS_WRITE)
    ResponseEntity<Object> importPapers(
            @PathVariable String conference,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String track,
            @RequestHeader("Content-Type") MediaType type,
            InputStream body)
            throws IOException {
        var view = conferences.bySlug(conference);
        var rows = ImportFile.rows(
                body.readNBytes(ImportFile.MOST_BYTES + 1), type.getSubtype().equals("csv"));
        var checked = CheckedImport.of(rows, calls.find(view.id()).orElse(null), track);
        if (!checked.badRows().isEmpty() && !partial) return refused(checked);
        if (dryRun) return ResponseEntity.ok(tried(view, checked));
        if (checked.rows() > ImportWriting.CHUNK)
            return ResponseEntity.accepted().body(JobView.of(importing.start(view, checked, partial)));
        return ResponseEntity.ok(written(view, checked));
    }

    @GetMapping("/imports/{id}")
    @Requires(Permission.PAPERS_READ)
    JobView job(@PathVariable String conference, @PathVariable UUID id) {
        return jobs.find(conferences.bySlug(conference).id(), id)
                .map(JobView::of)
                .orElseThrow(() -> new Problem.NotFound("The import"));
    }

    private Results written(ConferenceView conference, CheckedImport checked) {
        var written = parts.writing().write(conference.id(), checked.papers());
        var results = new ArrayList<>(bad(checked));
        written.forEach(
                w -> results.add(new RowResult(w.row(), w.isNew() ? "imported" : "updated", w.number(), List.of())));
        results.sort(Comparator.comparingInt(RowResult::row));
        return new Results(checked.rows(), written.size(), results);
    }

    /** What each row would become; none was written. */
    private Results tried(ConferenceView conference, CheckedImport checked) {
        var results = new ArrayList<>(bad(checked));
        parts.preview()
                .of(conference.id(), checked.papers())
                .forEach(
                        row -> results.add(new RowResult(row.row(), row.effect().code(), row.number(), List.of())));
        results.sort(Comparator.comparingInt(RowResult::row));
        return new Results(checked.rows(), 0, results);
    }

    private static ResponseEntity<Object> refused(CheckedImport checked) {
        var problem = new Refused(
                "about:blank",
                "Unprocessable Content",
                422,
                "Some rows are wrong; nothing was imported.",
                checked.errors(),
                checked.rows(),
                0,
                bad(checked));
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static List<RowResult> bad(CheckedImport checked) {
        return checked.badRows().stream()
                .map(b -> new RowResult(b.row(), "invalid", null, b.errors()))
                .toList();
    }

    record Results(int rows, int imported, List<RowResult> results) {}

    record RowResult(int row, String status, @Nullable Integer number, List<Violation> errors) {}

    /** A problem detail with the rows' results beside it. */
    record Refused(
            String type,
            String title,
            int status,
            String detail,
            List<Violation> errors,
            int rows,
            int imported,
            List<RowResult> results) {}

    record JobView(UUID id, String status, int total, int done, List<RowResult> results) {
        static JobView of(ImportJob job) {
            return new JobView(
                    job.id(),
                    job.status(),
                    job.total(),
                    job.done(),
                    job.badRows().stream()
                            .map(b -> new RowResult(b.row(), "invalid", null, b.errors()))
                            .toList());
        }
    }
}
