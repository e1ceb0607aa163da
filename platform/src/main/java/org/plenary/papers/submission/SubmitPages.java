package org.plenary.papers.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    private final MessageSource messages;

    SubmitPages(
            ConferenceApi conferences,
            Submitting submitting,
            SubmissionFormPage pages,
            SubmissionGate gate,
            MessageSource messages) {
        this.conferences = conferences;
        this.submitting = submitting;
        this.pages = pages;
        this.gate = gate;
        this.messages = messages;
    }

    /** @param late the token of a leave to hand in after the deadline */
    @GetMapping
    ModelAndView form(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String late, Locale locale) {
        var view = conferences.visible(conference);
        return withLate(pages.draw(TEMPLATE, view, SubmissionForm.empty(), locale), late)
                .addObject("open", pages.takesNew(view, late));
    }

    @PostMapping
    ModelAndView submit(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String late,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var view = conferences.visible(conference);
        var form = SubmissionForm.of(sent);
        try {
            form = pages.withUpload(form, file);
            var action = sent.getOrDefault("action", java.util.List.of("")).getFirst();
            if (isEditing(action)) return open(pages.draw(TEMPLATE, view, edited(form, action), locale), late);
            gate.pass(request.getRemoteAddr(), form.input());
            var submitted = submitting.submit(view, form.input(), late, locale);
            var number = submitted.paper().number();
            var text = messages.getMessage("papers.submit.done", new Object[] {String.valueOf(number)}, locale);
            redirect.addFlashAttribute("flash", Flash.success(String.valueOf(text)));
            redirect.addAttribute("secret", submitted.secret());
            return new ModelAndView("redirect:/c/" + view.slug() + "/submissions/" + number);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return open(pages.draw(TEMPLATE, view, form, e, locale), late);
        }
    }

    static boolean isEditing(String action) {
        return action.equals(ADD) || action.startsWith(REMOVE);
    }

    static SubmissionForm edited(SubmissionForm form, String action) {
        if (action.equals(ADD)) return form.withAuthor();
        var index = action.substring(REMOVE.length());
        return index.matches("\\d{1,2}") ? form.withoutAuthor(Integer.parseInt(index)) : form;
    }

    private static ModelAndView open(ModelAndView page, @Nullable String late) {
        return withLate(page, late).addObject("open", true);
    }

    private static ModelAndView withLate(ModelAndView page, @Nullable String late) {
        return late == null ? page : page.addObject("late", late);
    }
}
