package org.plenary.papers.exporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers to take away by programs. */
@RestController
@TenantHost
@Requires(Permission.PAPERS_READ)
class PaperExportApi {
    private final ConferenceApi conferences;
    private final PaperExport export;

    PaperExportApi(ConferenceApi conferences, PaperExport export) {
        this.conferences = conferences;
        this.export = export;
    }

    /** @param format {@code csv}, {@code xlsx}, {@code json}, {@code bibtex} or {@code jats} */
    @GetMapping("/api/v1/conferences/{conference}/submissions:export")
    void export(
            @PathVariable String conference,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String track,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var found = conferences.bySlug(conference);
        export.send(found, PaperExport.Wanted.of(status, track), Format.of(format), locale, response);
    }
}
