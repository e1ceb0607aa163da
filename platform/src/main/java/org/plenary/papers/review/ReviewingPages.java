package org.plenary.papers.review;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How reviewing goes: the chairs' first page of it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing")
class ReviewingPages {
    private final ConferenceApi conferences;
    private final ReviewPlans plans;
    private final Progress progress;
    private final ReviewAssigning assigning;
    private final Phrases phrases;

    ReviewingPages(
            ConferenceApi conferences,
            ReviewPlans plans,
            Progress progress,
            ReviewAssigning assigning,
            Phrases phrases) {
        this.conferences = conferences;
        this.plans = plans;
        this.progress = progress;
        this.assigning = assigning;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var plan = plans.of(found.id());
        var figures = progress.of(found.id(), plan);
        return new ModelAndView("papers/reviewing")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("plan", plan)
                .addObject("figures", figures)
                .addObject("loads", progress.loads(found.id(), plan))
                .addObject("lacking", progress.lacking(found.id(), plan));
    }

    @PostMapping("/publication")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView publish(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var count = assigning.publish(found);
        redirect.addFlashAttribute("flash", phrases.done("papers.reviewing.published", locale, count));
        return back(found);
    }

    @PostMapping("/proposal/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView discard(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        assigning.discard(found);
        redirect.addFlashAttribute("flash", phrases.done("papers.reviewing.discarded", locale));
        return back(found);
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/reviewing");
    }
}
