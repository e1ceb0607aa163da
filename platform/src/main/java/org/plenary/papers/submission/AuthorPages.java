package org.plenary.papers.submission;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
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

/** An author's own paper, behind the secret link: read it, change it until the deadline, withdraw it. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}")
class AuthorPages {
    private static final String TEMPLATE = "papers/submission";
    private static final String EDIT = "papers/submission-edit";

    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final Submitting submitting;
    private final SubmissionFormPage pages;
    private final AuthorTexts texts;

    AuthorPages(
            ConferenceApi conferences,
            PaperAccess access,
            Submitting submitting,
            SubmissionFormPage pages,
            AuthorTexts texts) {
        this.conferences = conferences;
        this.access = access;
        this.submitting = submitting;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference, @PathVariable int number, @RequestParam String secret, Locale locale) {
        var view = conferences.visible(conference);
        var paper = access.readable(view, number, secret);
        return texts.withParts(
                page(TEMPLATE, view, paper, secret, pages.filled(view, paper), locale), view, paper, locale);
    }

    @GetMapping("/edit")
    ModelAndView form(
            @PathVariable String conference, @PathVariable int number, @RequestParam String secret, Locale locale) {
        var view = conferences.visible(conference);
        var paper = access.readable(view, number, secret);
        return page(EDIT, view, paper, secret, pages.filled(view, paper), locale);
    }

    @PostMapping("/edit")
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String secret,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var view = conferences.visible(conference);
        var paper = access.writable(view, number, secret);
        var form = SubmissionForm.of(sent);
        try {
            form = pages.withUpload(form, file);
            var action = sent.getOrDefault("action", java.util.List.of("")).getFirst();
            if (SubmitPages.isEditing(action))
                return page(EDIT, view, paper, secret, SubmitPages.edited(form, action), locale);
            submitting.change(view, paper, pages.input(view, form), false);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = pages.draw(EDIT, view, form, e, locale);
            return texts.describe(page, paper, secret, locale).addObject("open", true);
        }
        redirect.addFlashAttribute("flash", Flash.success(texts.of("papers.submission.changed", locale)));
        return back(view, number, secret, redirect);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String secret,
            RedirectAttributes redirect,
            Locale locale) {
        var view = conferences.visible(conference);
        try {
            submitting.withdraw(access.writable(view, number, secret));
            redirect.addFlashAttribute("flash", Flash.success(texts.of("papers.submission.withdrawn", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(texts.of("papers.submission.not-withdrawn", locale)));
        }
        return back(view, number, secret, redirect);
    }

    private ModelAndView page(
            String template, ConferenceView view, Paper paper, String secret, SubmissionForm form, Locale locale) {
        var page = pages.draw(template, view, form, locale);
        page.addObject("open", pages.takesChanges(view, paper));
        return texts.describe(page, paper, secret, locale);
    }

    private static ModelAndView back(ConferenceView view, int number, String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + view.slug() + "/submissions/" + number);
    }
}
