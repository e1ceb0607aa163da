package org.plenary.papers.review;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.SubmissionView;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One paper's reviews before the chairs: who has it, who could, what they wrote, and what is said about it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/{number:\\d+}/reviews")
class PaperReviewsPages {
    private final ConferenceApi conferences;
    private final Doing doing;
    private final PaperTalk talk;
    private final PossibleReviewers candidates;
    private final Phrases phrases;

    PaperReviewsPages(
            ConferenceApi conferences, Doing doing, PaperTalk talk, PossibleReviewers candidates, Phrases phrases) {
        this.conferences = conferences;
        this.doing = doing;
        this.talk = talk;
        this.candidates = candidates;
        this.phrases = phrases;
    }

    /** What the chairs do. */
    @Component
    record Doing(
            Papers papers,
            ReviewAssigning assigning,
            ConflictRuling ruling,
            Discussing discussing,
            ReviewSecrecy secrecy) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String q,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, paper(found, number), q, locale);
    }

    @PostMapping("/reviewers")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView give(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam UUID reviewer,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var one = candidates.require(found, reviewer);
        return done(found, paper, redirect, locale, () -> {
            doing.assigning().give(found, paper, one);
            return "given";
        });
    }

    @PostMapping("/reviewers/{review}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView take(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID review,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var taken = candidates.review(paper, review);
        var one = candidates.require(found, taken.reviewer());
        return done(found, paper, redirect, locale, () -> {
            doing.assigning().take(one, taken);
            return "taken";
        });
    }

    /** @param conflicts {@code yes}, {@code no}, or {@code forget} to leave it to what is found */
    @PostMapping("/conflicts")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView rule(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam UUID reviewer,
            @RequestParam String conflicts,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var one = candidates.require(found, reviewer);
        return done(found, paper, redirect, locale, () -> {
            doing.ruling().rule(paper, one, conflicts, reason);
            return "ruled";
        });
    }

    /** @param audience {@code reviewers}, {@code chairs}, or {@code authors} for the summary that takes the place of the one before */
    @PostMapping("/comments")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView say(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "reviewers") String audience,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        try {
            if (audience.equals("authors")) doing.discussing().summarize(paper, text);
            else doing.discussing().asChair(paper, text, audience.equals("chairs"));
        } catch (Problem.InvalidInput e) {
            var page = page(found, paper, "", locale).addObject("text", text).addObject("audience", audience);
            return phrases.refused(page, e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.review.said", locale));
        return back(found, paper);
    }

    private Paper paper(ConferenceView conference, int number) {
        var paper =
                doing.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        doing.secrecy().check(paper);
        return paper;
    }

    private ModelAndView page(ConferenceView conference, Paper paper, String name, Locale locale) {
        return new ModelAndView("papers/paper-reviews")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("paper", SubmissionView.of(paper))
                .addObject("plan", candidates.plan(conference))
                .addObject("talk", talk.forChairs(paper.id(), locale))
                .addObject("notes", talk.notes(conference, paper, locale))
                .addObject("candidates", candidates.of(conference, paper, name))
                .addObject("q", name);
    }

    private ModelAndView done(
            ConferenceView conference,
            Paper paper,
            RedirectAttributes redirect,
            Locale locale,
            Supplier<String> action) {
        try {
            redirect.addFlashAttribute("flash", phrases.done("papers.reviews." + action.get(), locale));
        } catch (Problem.Conflict | Problem.InvalidInput e) {
            redirect.addFlashAttribute("flash", phrases.failed(e, locale));
        }
        return back(conference, paper);
    }

    private static ModelAndView back(ConferenceView conference, Paper paper) {
        return new ModelAndView(
                "redirect:/manage/conferences/" + conference.slug() + "/papers/" + paper.number() + "/reviews");
    }
}
