package org.plenary.papers.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps a paper while it is being written, a moment after each change. */
@Controller
@TenantHost
@Public
class PaperDraftPages {
    private final ConferenceApi conferences;
    private final SubmissionFormPage pages;
    private final SubmissionGate gate;
    private final Drafts drafts;

    PaperDraftPages(ConferenceApi conferences, SubmissionFormPage pages, SubmissionGate gate, Drafts drafts) {
        this.conferences = conferences;
        this.pages = pages;
        this.gate = gate;
        this.drafts = drafts;
    }

    /** The page's address becomes that of the draft, so that a reload or a bookmark opens it again. */
    @PostMapping("/c/{conference}/submit/draft")
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String late,
            HttpServletRequest request,
            HttpServletResponse response) {
        var view = conferences.visible(conference);
        gate.passDraft(request.getRemoteAddr());
        if (!pages.takesNew(view, late))
            throw new Problem.Conflict("deadline_passed", "No papers are taken at the moment.");
        var saved = drafts.save(view.id(), blankToNull(draft), sent);
        response.setHeader("HX-Replace-Url", SubmitPages.address(view, saved.secret(), late));
        return new ModelAndView("papers/draft :: state")
                .addObject("draft", saved.secret())
                .addObject("savedAt", saved.at())
                .addObject("zone", view.timeZone());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
