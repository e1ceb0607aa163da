package org.plenary.registration.delegate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How work on many delegates gets on, and what became of it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/jobs/{job}")
@Requires(Permission.REGISTRATION_READ)
class DelegateJobPages {
    private static final int REFRESH_SECONDS = 3;

    private final ConferenceApi conferences;
    private final DelegateJobs jobs;
    private final Files files;
    private final BulkStarting starting;
    private final PageErrors errors;

    DelegateJobPages(
            ConferenceApi conferences, DelegateJobs jobs, Files files, BulkStarting starting, PageErrors errors) {
        this.conferences = conferences;
        this.jobs = jobs;
        this.files = files;
        this.starting = starting;
        this.errors = errors;
    }

    /** The files of exports, and who took them. */
    @Component
    record Files(DelegateExporting exporting, AccessLog log) {
        SheetFormat taken(DelegateJob job) {
            log.record(Seen.list(
                    job.conference(),
                    Way.EXPORT,
                    "delegates",
                    job.total(),
                    exporting.listing(job).parameters()));
            return exporting.format(job);
        }
    }

    /** @param subject whom it concerns */
    record Line(String subject, String message) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable UUID job, Locale locale) {
        var found = conferences.bySlug(conference);
        var shown = jobs.find(found.id(), job).orElseThrow(() -> new Problem.NotFound("This job"));
        var view = new ModelAndView("registration/delegate-job");
        view.addObject("slug", found.slug());
        view.addObject("job", shown);
        // a box that is full stops asking; a job has still something to do until it says that it has finished
        view.addObject("total", Math.max(1, shown.total()));
        view.addObject("done", Math.max(0, Math.min(shown.done(), Math.max(1, shown.total()) - 1)));
        view.addObject("undoable", BulkStarting.isUndoable(shown));
        view.addObject("problems", lines(shown, locale));
        if (shown.isRunning()) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return view;
    }

    @GetMapping("/file")
    void file(@PathVariable String conference, @PathVariable UUID job, HttpServletResponse response)
            throws IOException {
        var found = conferences.bySlug(conference);
        var done = jobs.find(found.id(), job)
                .filter(each -> each.kind().equals(DelegateExporting.KIND))
                .orElseThrow(() -> new Problem.NotFound("This job"));
        var content = jobs.file(found.id(), job).orElseThrow(() -> new Problem.NotFound("This file"));
        DelegateFilePages.head(response, found, files.taken(done));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    @PostMapping("/undo")
    @Requires(Permission.REGISTRATION_WRITE)
    String undo(@PathVariable String conference, @PathVariable UUID job) {
        var found = conferences.bySlug(conference);
        var done = jobs.find(found.id(), job).orElseThrow(() -> new Problem.NotFound("This job"));
        return "redirect:/manage/conferences/" + found.slug() + "/delegates/jobs/" + starting.undo(found, done);
    }

    private List<Line> lines(DelegateJob job, Locale locale) {
        return job.problems().stream()
                .map(each -> new Line(each.subject(), errors.message(each.violation(), locale)))
                .toList();
    }
}
