package org.plenary.papers.relief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which reviews are late or missing, and who could step in: for one paper, or for all that are chosen at once. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing/late")
class LateReviewsPages {
    private final ConferenceApi conferences;
    private final LateView view;
    private final Rescuers rescuers;
    private final Doing doing;
    private final Phrases phrases;

    LateReviewsPages(ConferenceApi conferences, LateView view, Rescuers rescuers, Doing doing, Phrases phrases) {
        this.conferences = conferences;
        this.view = view;
        this.rescuers = rescuers;
        this.doing = doing;
        this.phrases = phrases;
    }

    /** What the chairs do. */
    @Component
    record Doing(Rescuing rescuing, Reviews reviews) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String lack,
            @RequestParam(defaultValue = "0") int after,
            Locale locale) {
        return view.page(conferences.bySlug(conference), LatePapers.Lack.of(lack), after, locale);
    }

    /** One reviewer for one paper. */
    @PostMapping("/{number:\\d+}/relief")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var day = posted.date("due");
            var reviewer = posted.id("reviewer");
            posted.throwIfWrong();
            if (reviewer == null) throw new Problem.InvalidInput("/reviewer", "required", "This is required.");
            var due = doing.rescuing().due(found, day);
            doing.rescuing().ask(found, view.paper(found, number), reviewer, due);
            redirect.addFlashAttribute("flash", phrases.done("papers.relief.done-asked", locale, 1));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            redirect.addFlashAttribute("flash", phrases.failed(e, locale));
        }
        return back(found);
    }

    /** From somebody who is late. */
    @PostMapping("/reviews/{review}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView take(
            @PathVariable String conference, @PathVariable UUID review, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var taken = doing.reviews()
                .byId(review)
                .filter(each -> each.conference().equals(found.id()))
                .orElseThrow(() -> new Problem.NotFound("The review"));
        view.check(taken.paper());
        try {
            doing.rescuing().take(taken);
            redirect.addFlashAttribute("flash", phrases.done("papers.relief.done-taken", locale));
        } catch (Problem.Conflict | Problem.Stale e) {
            redirect.addFlashAttribute("flash", phrases.failed(e, locale));
        }
        return back(found);
    }

    /** @param number of the paper, @param reviewer who would be asked; null for nobody */
    public record Choice(int number, String title, Rescuers.@Nullable Rescuer reviewer) {}

    /** Who would be asked for which paper; nobody is yet. */
    @PostMapping("/preview")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView preview(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var papers = view.papers(found, posted.all("papers"));
        try {
            var day = posted.date("due");
            posted.throwIfWrong();
            doing.rescuing().due(found, day);
            if (papers.isEmpty()) throw new Problem.InvalidInput("/papers", "required", "Choose papers.");
            return preview(found, papers, day);
        } catch (Problem.InvalidInput e) {
            redirect.addFlashAttribute("flash", phrases.failed(e, locale));
            return back(found);
        }
    }

    private ModelAndView preview(ConferenceView conference, List<Paper> papers, @Nullable LocalDate day) {
        var best = rescuers.best(conference, papers);
        var choices = new ArrayList<Choice>();
        for (var paper : papers)
            choices.add(new Choice(paper.number(), paper.content().title(), best.get(paper.id())));
        return new ModelAndView("papers/relief-preview")
                .addObject("slug", conference.slug())
                .addObject("choices", choices)
                .addObject("count", best.size())
                .addObject("due", day);
    }

    /** As it was seen before: who cannot be asked any more is told, and keeps no other from it. */
    @PostMapping("/relief")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView askAll(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var asked = 0;
        var refused = new ArrayList<String>();
        try {
            var day = posted.date("due");
            posted.throwIfWrong();
            var due = doing.rescuing().due(found, day);
            for (var pair : posted.all("pairs")) {
                var parts = Pair.of(pair);
                try {
                    doing.rescuing().ask(found, view.paper(found, parts.paper()), parts.reviewer(), due);
                    asked++;
                } catch (Problem.Conflict | Problem.NotFound e) {
                    refused.add(phrases.text("papers.relief.not", locale, parts.paper(), phrases.said(e, locale)));
                }
            }
        } catch (Problem.InvalidInput e) {
            redirect.addFlashAttribute("flash", phrases.failed(e, locale));
            return back(found);
        }
        var said = phrases.text("papers.relief.done-asked", locale, asked);
        redirect.addFlashAttribute(
                "flash",
                refused.isEmpty() ? Flash.success(said) : Flash.warning(said + " " + String.join(" ", refused)));
        return back(found);
    }

    /** A paper and who is asked for it, as the preview sends it: {@code number:reviewer}. */
    private record Pair(int paper, UUID reviewer) {
        static Pair of(String text) {
            var parts = text.split(":");
            try {
                return new Pair(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new Problem.InvalidInput("/pairs", "choice", "This is no paper and reviewer.");
            }
        }
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/reviewing/late");
    }
}
