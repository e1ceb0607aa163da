package org.plenary.papers.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/submissions")
class SubmissionsApi {
    private final ConferenceApi conferences;
    private final Submitting submitting;
    private final SubmissionGate gate;
    private final PaperPages.Known known;

    SubmissionsApi(ConferenceApi conferences, Submitting submitting, SubmissionGate gate, PaperPages.Known known) {
        this.conferences = conferences;
        this.submitting = submitting;
        this.gate = gate;
        this.known = known;
    }

    /** @param late the token of a leave to hand in after the deadline */
    @PostMapping
    @Public
    @ResponseStatus(HttpStatus.CREATED)
    Created submit(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String late,
            @RequestBody SubmissionInput input,
            HttpServletRequest request,
            Locale locale) {
        var view = conferences.visible(conference);
        gate.pass(request.getRemoteAddr(), input);
        var submitted = submitting.submit(view, input, late, locale);
        return new Created(submitted.paper().number(), submitted.paper().status(), submitted.secret());
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    Page<SubmissionView> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String track,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var size = Page.limit(limit);
        var rows = known.papers(
                conferences.bySlug(conference), PaperStatus.wanted(status), track, cursor(after), size + 1);
        return Page.of(rows, size, p -> String.valueOf(p.number())).map(SubmissionView::of);
    }

    static int cursor(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }

    record Created(int number, PaperStatus status, String secret) {}
}
