package org.plenary.registration.delegate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.registration.delegate.DelegateFile.Wanted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Prepares files of delegates that are too large to wait for. */
@Component
class DelegateExporting implements JobWork {
    static final String KIND = "export";

    private final ConferenceApi conferences;
    private final DelegateFile file;
    private final DelegateJobs jobs;
    private final AuditTrail audit;
    private final Json json;

    DelegateExporting(ConferenceApi conferences, DelegateFile file, DelegateJobs jobs, AuditTrail audit, Json json) {
        this.conferences = conferences;
        this.file = file;
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
    }

    /** As it is kept with the job. */
    private record Request(Map<String, List<String>> listing, String format, boolean labels, String locale) {}

    @Transactional
    public UUID start(ConferenceView conference, Wanted wanted, long rows, Locale locale) {
        taken(conference, wanted, rows);
        return jobs.start(
                conference.id(),
                KIND,
                Math.toIntExact(rows),
                new Request(
                        Map.copyOf(wanted.listing().parameters()),
                        wanted.format().ending(),
                        wanted.labels(),
                        locale.toLanguageTag()));
    }

    /** Who took people's data away, and how much of it. */
    @Transactional
    public void taken(ConferenceView conference, Wanted wanted, long rows) {
        audit.record(
                "delegates.exported",
                conference.slug(),
                Map.of(
                        "rows",
                        rows,
                        "format",
                        wanted.format().ending(),
                        "columns",
                        wanted.listing().columns()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DelegateJob job) throws IOException {
        var request = request(job.request());
        var out = new ByteArrayOutputStream();
        file.write(
                conferences.byId(job.conference()),
                new Wanted(Listing.of(new LinkedMultiValueMap<>(request.listing())), format(job), request.labels()),
                Locale.forLanguageTag(request.locale()),
                out,
                done -> jobs.advance(job, Math.min(done, job.total())));
        jobs.keep(job, out.toByteArray());
    }

    SheetFormat format(DelegateJob job) {
        return SheetFormat.of(request(job.request()).format()).orElse(SheetFormat.CSV);
    }

    Listing listing(DelegateJob job) {
        return Listing.of(new LinkedMultiValueMap<>(request(job.request()).listing()));
    }

    private Request request(JsonNode kept) {
        return json.read(kept.toString(), Request.class);
    }
}
