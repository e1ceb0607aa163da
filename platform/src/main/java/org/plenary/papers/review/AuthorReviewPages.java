package org.plenary.papers.review;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperAccess;
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

/** The reviews of a paper before its authors, once the chairs show them, and the authors' answer. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/submissions/{number}/reviews")
class AuthorReviewPages {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final Shown shown;
    private final Discussing discussing;
    private final Phrases phrases;

    AuthorReviewPages(
            ConferenceApi conferences, PaperAccess access, Shown shown, Discussing discussing, Phrases phrases) {
        this.conferences = conferences;
        this.access = access;
        this.shown = shown;
        this.discussing = discussing;
        this.phrases = phrases;
    }

    /** What authors see. */
    @Component
    record Shown(ReviewPlans plans, Calls calls, PaperTalk talk, Clock clock) {
        /** Reviewers' names only where nobody said that they are hidden from authors. */
        PaperTalk.Talk of(Paper paper) {
            var named = calls.find(paper.conference())
                    .filter(call -> !call.hidesReviewers())
                    .isPresent();
            return talk.forAuthors(paper.id(), named);
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.visible(conference);
        return page(found, paper(found, number, secret), secret, null);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String text,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.visible(conference);
        var paper = paper(found, number, secret);
        try {
            discussing.answer(paper, shown.plans().of(found.id()), text);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return phrases.refused(page(found, paper, secret, text), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.author-reviews.answered", locale));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/submissions/" + number + "/reviews");
    }

    private Paper paper(ConferenceView conference, int number, @Nullable String secret) {
        var paper = access.ofAuthor(conference, number, secret);
        if (shown.plans().of(conference.id()).shownAt() == null) throw new Problem.NotFound("The reviews");
        return paper;
    }

    private ModelAndView page(ConferenceView conference, Paper paper, @Nullable String secret, @Nullable String text) {
        var plan = shown.plans().of(conference.id());
        var talk = shown.of(paper);
        return new ModelAndView("papers/author-reviews")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("secret", secret)
                .addObject("plan", plan)
                .addObject("talk", talk)
                .addObject("answers", plan.takesRebuttals(shown.clock().instant()))
                .addObject("text", text == null ? answer(talk) : text);
    }

    private static String answer(PaperTalk.Talk talk) {
        return talk.said().stream()
                .filter(said -> said.kind().equals("rebuttal"))
                .map(PaperTalk.Said::text)
                .findFirst()
                .orElse("");
    }
}
