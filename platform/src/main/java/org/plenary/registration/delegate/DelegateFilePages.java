package org.plenary.registration.delegate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of delegates as a file: at once while it is small, else prepared by a job. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/export")
@Requires(Permission.REGISTRATION_READ)
class DelegateFilePages {
    static final int MOST_AT_ONCE = 5_000;

    private final ConferenceApi conferences;
    private final DelegateFile file;
    private final DelegateExporting exporting;
    private final AccessLog log;

    DelegateFilePages(ConferenceApi conferences, DelegateFile file, DelegateExporting exporting, AccessLog log) {
        this.conferences = conferences;
        this.file = file;
        this.exporting = exporting;
        this.log = log;
    }

    /** Null when the file itself is the answer. */
    @GetMapping
    @org.jspecify.annotations.Nullable
    ModelAndView export(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var found = conferences.bySlug(conference);
        var wanted = wanted(parameters);
        var rows = file.count(found, wanted.listing(), locale);
        if (rows > MOST_AT_ONCE) return confirm(found, wanted, rows);
        exporting.taken(found, wanted, rows);
        log.record(Seen.list(
                found.id(), Way.EXPORT, "delegates", rows, wanted.listing().parameters()));
        head(response, found, wanted.format());
        file.write(found, wanted, locale, response.getOutputStream(), _ -> {});
        return null;
    }

    private static ModelAndView confirm(ConferenceView conference, DelegateFile.Wanted wanted, long rows) {
        var kept = new ArrayList<Map.Entry<String, String>>();
        wanted.listing()
                .parameters()
                .forEach((name, values) -> values.forEach(value -> kept.add(Map.entry(name, value))));
        kept.add(Map.entry("as", wanted.format().ending()));
        kept.add(Map.entry("values", wanted.labels() ? "labels" : "keys"));
        return new ModelAndView("registration/delegate-export")
                .addObject("slug", conference.slug())
                .addObject("rows", rows)
                .addObject("kept", kept);
    }

    @PostMapping
    String start(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var found = conferences.bySlug(conference);
        var wanted = wanted(parameters);
        var job = exporting.start(found, wanted, file.count(found, wanted.listing(), locale), locale);
        return "redirect:/manage/conferences/" + found.slug() + "/delegates/jobs/" + job;
    }

    private static DelegateFile.Wanted wanted(MultiValueMap<String, String> parameters) {
        return new DelegateFile.Wanted(
                Listing.of(parameters),
                SheetFormat.of(parameters.getFirst("as")).orElseThrow(() -> new Problem.NotFound("This kind of file")),
                !"keys".equals(parameters.getFirst("values")));
    }

    static void head(HttpServletResponse response, ConferenceView conference, SheetFormat format) {
        response.setContentType(format.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + conference.slug() + "-delegates." + format.ending() + "\"");
    }
}
