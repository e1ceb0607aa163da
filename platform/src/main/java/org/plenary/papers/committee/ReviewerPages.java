package org.plenary.papers.committee;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One reviewer, for the chairs: how many papers of which tracks they get, what they said of themselves, and letting them go. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewers/{reviewer}")
class ReviewerPages {
    private final ConferenceApi conferences;
    private final Reviewers reviewers;
    private final Committee committee;
    private final CommitteeWords words;

    ReviewerPages(ConferenceApi conferences, Reviewers reviewers, Committee committee, CommitteeWords words) {
        this.conferences = conferences;
        this.reviewers = reviewers;
        this.committee = committee;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable UUID reviewer, Locale locale) {
        var found = conferences.bySlug(conference);
        var one = find(found, reviewer);
        var form = Posted.empty()
                .set("senior", one.seat().senior())
                .set("tracks", one.seat().tracks())
                .set("least", one.seat().least())
                .set("most", one.seat().most());
        return page(found, one, form, locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable UUID reviewer,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var one = find(found, reviewer);
        var posted = new Posted(sent);
        try {
            var seat = ReviewersPages.seat(posted);
            posted.throwIfWrong();
            committee.place(found, one, seat);
        } catch (Problem.InvalidInput e) {
            return words.phrases().refused(page(found, one, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.reviewer.saved", locale));
        return new ModelAndView("redirect:" + base(found) + "/" + reviewer);
    }

    @PostMapping("/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remove(
            @PathVariable String conference, @PathVariable UUID reviewer, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var one = find(found, reviewer);
        committee.remove(found, one);
        redirect.addFlashAttribute("flash", words.phrases().done("papers.reviewer.removed", locale, one.name()));
        return new ModelAndView("redirect:" + base(found));
    }

    private Reviewer find(ConferenceView conference, UUID reviewer) {
        return reviewers.byId(conference.id(), reviewer).orElseThrow(() -> new Problem.NotFound("The reviewer"));
    }

    private ModelAndView page(ConferenceView conference, Reviewer reviewer, Posted form, Locale locale) {
        return new ModelAndView("papers/reviewer")
                .addObject("slug", conference.slug())
                .addObject("reviewer", reviewer)
                .addObject("form", form)
                .addObject("tracks", words.tracks(conference, locale))
                .addObject("topics", words.topics(conference, locale))
                .addObject("expertises", words.expertises(locale));
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/reviewers";
    }
}
