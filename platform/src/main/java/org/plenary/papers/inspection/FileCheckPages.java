package org.plenary.papers.inspection;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was found in one paper's file, before the chairs. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/{number:\\d+}/file-check")
class FileCheckPages {
    private final ConferenceApi conferences;
    private final Papers papers;
    private final CheckedFiles checked;
    private final FileReleasing releasing;
    private final FileWords words;

    FileCheckPages(
            ConferenceApi conferences, Papers papers, CheckedFiles checked, FileReleasing releasing, FileWords words) {
        this.conferences = conferences;
        this.papers = papers;
        this.checked = checked;
        this.releasing = releasing;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var file = checked.of(paper);
        var hidden = checked.hidesAuthors(found.id());
        return new ModelAndView("papers/file-check-staff")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("number", number)
                .addObject("paperTitle", paper.content().title())
                .addObject("code", file.code())
                .addObject("facts", FactsView.of(file))
                .addObject("said", file.verdict() == null ? null : words.of(file.verdict(), locale))
                .addObject("hidden", hidden)
                .addObject("withheld", hidden && file.isWithheld())
                .addObject("inspection", file.inspection());
    }

    /** @param read whether the chair says that they have read it */
    @PostMapping("/release")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView release(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean read,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        if (!read) redirect.addFlashAttribute("flash", Flash.failure(words.text("papers.file.not-read", locale)));
        else
            try {
                releasing.release(paper);
                redirect.addFlashAttribute("flash", words.done("papers.file.released", locale));
            } catch (Problem.Conflict e) {
                redirect.addFlashAttribute("flash", Flash.failure(words.text("violation.file_not_withheld", locale)));
            }
        return back(found, number);
    }

    @PostMapping("/again")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView again(
            @PathVariable String conference, @PathVariable int number, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        releasing.lookAgain(paper(found, number));
        redirect.addFlashAttribute("flash", words.done("papers.file.looking-again", locale));
        return back(found, number);
    }

    private Paper paper(ConferenceView conference, int number) {
        return papers.byNumber(conference.id(), number)
                .filter(paper -> paper.file() != null)
                .orElseThrow(() -> new Problem.NotFound("The paper's file"));
    }

    private static ModelAndView back(ConferenceView conference, int number) {
        return new ModelAndView(
                "redirect:/manage/conferences/" + conference.slug() + "/papers/" + number + "/file-check");
    }
}
