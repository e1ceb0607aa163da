package org.plenary.papers.importing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's import: choose a file, see what it would do and what is wrong with which row, and watch it being written. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/import")
class ImportPages {
    private static final int REFRESH_SECONDS = 3;
    private static final int SHOWN = 100;

    private final ConferenceApi conferences;
    private final Calls calls;
    private final Importing importing;
    private final ImportJobs jobs;
    private final Showing showing;

    ImportPages(ConferenceApi conferences, Calls calls, Importing importing, ImportJobs jobs, Showing showing) {
        this.conferences = conferences;
        this.calls = calls;
        this.importing = importing;
        this.jobs = jobs;
        this.showing = showing;
    }

    @Component("importShowing")
    record Showing(ImportPreview preview, WrongRows wrong, PageErrors errors) {}

    @GetMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        return page(conferences.bySlug(conference), locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView check(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String track,
            Locale locale)
            throws IOException {
        var view = conferences.bySlug(conference);
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
            var rows = ImportFile.rows(file.getBytes(), name.endsWith(".csv"));
            var call = calls.find(view.id()).orElse(null);
            var checked = CheckedImport.of(rows, call, track.isBlank() ? null : track);
            var job = importing.check(view, checked);
            return new ModelAndView("redirect:/manage/conferences/" + view.slug() + "/papers/import/" + job.id());
        } catch (Problem.InvalidInput e) {
            var page = page(view, locale);
            page.addObject("fieldErrors", showing.errors().of(e, locale));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.PAPERS_READ)
    ModelAndView progress(@PathVariable String conference, @PathVariable UUID id, Locale locale) {
        var view = conferences.bySlug(conference);
        var job = jobs.find(view.id(), id).orElseThrow(() -> new Problem.NotFound("The import"));
        var page = new ModelAndView("papers/import-job");
        page.addObject("slug", view.slug());
        page.addObject("job", job);
        page.addObject("wrong", showing.wrong().of(job, locale));
        if (job.isChecked()) {
            var rows = showing.preview().of(view.id(), jobs.papers(job.id()));
            var counts = ImportPreview.counts(rows);
            page.addObject("preview", rows.stream().limit(SHOWN).toList());
            page.addObject("hidden", Math.max(0, rows.size() - SHOWN));
            for (var effect : ImportPreview.Effect.values())
                page.addObject(effect.code(), counts.getOrDefault(effect, 0L));
        }
        if (job.isRunning()) page.addObject("refreshSeconds", REFRESH_SECONDS);
        return page;
    }

    /** Writes what was checked. */
    @PostMapping("/{id}")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView begin(@PathVariable String conference, @PathVariable UUID id) {
        var view = conferences.bySlug(conference);
        importing.begin(view, jobs.find(view.id(), id).orElseThrow(() -> new Problem.NotFound("The import")));
        return new ModelAndView("redirect:/manage/conferences/" + view.slug() + "/papers/import/" + id);
    }

    private ModelAndView page(ConferenceView conference, Locale locale) {
        var page = new ModelAndView("papers/import");
        page.addObject("slug", conference.slug());
        page.addObject(
                "tracks",
                calls.find(conference.id())
                        .map(call -> call.tracks().stream()
                                .map(t -> new Choice(t.key(), t.name().in(locale)))
                                .toList())
                        .orElse(List.of()));
        return page;
    }
}
