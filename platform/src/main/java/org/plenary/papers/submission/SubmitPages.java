package org.plenary.papers.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which an author submits a paper. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submit")
class SubmitPages {
    static final String ADD = "add-author";
    static final String REMOVE = "remove-author-";
    private static final String TEMPLATE = "papers/submit";

    private final ConferenceApi conferences;
    private final Submitting submitting;
    private final SubmissionFormPage pages;
    private final SubmissionGate gate;
    private final Drafts drafts;

    SubmitPages(
            ConferenceApi conferences,
            Submitting submitting,
            SubmissionFormPage pages,
            SubmissionGate gate,
            Drafts drafts) {
        this.conferences = conferences;
        this.submitting = submitting;
        this.pages = pages;
        this.gate = gate;
        this.drafts = drafts;
    }

    /**
     * @param late the token of a leave to hand in after the deadline
     * @param draft the secret of one that was begun before
     */
    @GetMapping
    ModelAndView form(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String draft,
            Locale locale) {
        var view = conferences.visible(conference);
        var kept = drafts.find(view.id(), draft).orElse(null);
        var form = kept == null ? pages.blank(view) : SubmissionForm.of(new LinkedMultiValueMap<>(kept.fields()));
        var page = with(pages.draw(TEMPLATE, view, form, locale), late, kept == null ? null : draft);
        if (kept != null) page.addObject("savedAt", kept.savedAt());
        return page.addObject("zone", view.timeZone()).addObject("open", pages.takesNew(view, late));
    }

    @PostMapping
    ModelAndView submit(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String draft,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var view = conferences.visible(conference);
        var form = SubmissionForm.of(sent);
        try {
            form = pages.withUpload(form, file);
            var action = sent.getOrDefault("action", List.of("")).getFirst();
            if (isEditing(action)) return open(pages.draw(TEMPLATE, view, edited(form, action), locale), late, draft);
            var input = pages.input(view, form);
            gate.pass(request.getRemoteAddr(), input);
            var submitted = submitting.submit(view, input, late, locale);
            drafts.remove(view.id(), draft);
            var number = submitted.paper().number();
            var text = pages.texts().of("papers.submit.done", locale, String.valueOf(number));
            redirect.addFlashAttribute("flash", Flash.success(text));
            redirect.addAttribute("secret", submitted.secret());
            return new ModelAndView("redirect:/c/" + view.slug() + "/submissions/" + number);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return open(pages.draw(TEMPLATE, view, form, e, locale), late, draft);
        }
    }

    /** Of the page that opens a draft. */
    static String address(ConferenceView conference, String draft, @Nullable String late) {
        var address = UriComponentsBuilder.fromPath("/c/{conference}/submit").queryParam("draft", "{draft}");
        if (late != null) address.queryParam("late", "{late}");
        return address.encode()
                .buildAndExpand(
                        Map.of("conference", conference.slug(), "draft", draft, "late", late == null ? "" : late))
                .toUriString();
    }

    static boolean isEditing(String action) {
        return action.equals(ADD) || action.startsWith(REMOVE);
    }

    static SubmissionForm edited(SubmissionForm form, String action) {
        if (action.equals(ADD)) return form.withAuthor();
        var index = action.substring(REMOVE.length());
        return index.matches("\\d{1,2}") ? form.withoutAuthor(Integer.parseInt(index)) : form;
    }

    private static ModelAndView open(ModelAndView page, @Nullable String late, @Nullable String draft) {
        return with(page, late, draft).addObject("open", true);
    }

    private static ModelAndView with(ModelAndView page, @Nullable String late, @Nullable String draft) {
        if (late != null) page.addObject("late", late);
        if (draft != null) page.addObject("draft", draft);
        return page;
    }
}
