package org.plenary.registration.delegate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/delegates")
@Requires(Permission.REGISTRATION_READ)
class DelegatesApi {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ConferenceApi conferences;
    private final DelegateQueries queries;
    private final DelegateExport export;
    private final AccessLog log;

    DelegatesApi(ConferenceApi conferences, DelegateQueries queries, DelegateExport export, AccessLog log) {
        this.conferences = conferences;
        this.queries = queries;
        this.export = export;
        this.log = log;
    }

    @GetMapping
    Page<DelegateRow> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String fee,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var rows = Page.limit(limit);
        var filter = new DelegateQueries.Filter(status, fee, q);
        var id = conferences.bySlug(conference).id();
        var page = Page.of(
                queries.list(id, filter, rows + 1, cursor(after)),
                rows,
                (DelegateRow row) -> row.id().toString());
        seen(id, Way.API, page.items().size(), filter);
        return page;
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String fee,
            @RequestParam(required = false) @Nullable String q) {
        var id = conferences.bySlug(conference).id();
        var out = new java.io.ByteArrayOutputStream();
        var filter = new DelegateQueries.Filter(status, fee, q);
        seen(id, Way.EXPORT, export.csv(id, filter, out), filter);
        return file(conference + "-delegates.csv", "text/csv;charset=UTF-8", out.toByteArray());
    }

    @GetMapping(produces = XLSX)
    ResponseEntity<byte[]> xlsx(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String fee,
            @RequestParam(required = false) @Nullable String q) {
        var id = conferences.bySlug(conference).id();
        var out = new java.io.ByteArrayOutputStream();
        var filter = new DelegateQueries.Filter(status, fee, q);
        seen(id, Way.EXPORT, export.xlsx(id, filter, out), filter);
        return file(conference + "-delegates.xlsx", XLSX, out.toByteArray());
    }

    private void seen(UUID conference, Way way, int people, DelegateQueries.Filter filter) {
        log.record(Seen.list(conference, way, "delegates", people, filter.parameters()));
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }
}
