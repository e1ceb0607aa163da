package org.plenary.papers.committee;

import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where reviewers say what they know, whom they must not review, and how many papers they can take. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
class ReviewerProfilePages {
    private final ReviewerDesks desks;
    private final Committee committee;
    private final Calls calls;
    private final CommitteeWords words;

    ReviewerProfilePages(ReviewerDesks desks, Committee committee, Calls calls, CommitteeWords words) {
        this.desks = desks;
        this.committee = committee;
        this.calls = calls;
        this.words = words;
    }

    /** Of somebody who reviews for one conference, its desk; for several, which one. */
    @GetMapping("/review")
    ModelAndView home(Locale locale) {
        var all = desks.conferences();
        if (all.size() == 1)
            return new ModelAndView("redirect:/review/" + all.getFirst().slug());
        return new ModelAndView("papers/review-home")
                .addObject(
                        "conferences",
                        all.stream()
                                .map(each -> new Choice(each.slug(), each.name().in(locale)))
                                .toList());
    }

    @GetMapping("/review/{conference}/profile")
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var desk = desks.own(conference);
        return page(desk, ProfileForm.of(desk.reviewer().profile()), locale);
    }

    @PostMapping("/review/{conference}/profile")
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var posted = new Posted(sent);
        try {
            var call = calls.find(desk.conference().id()).orElse(null);
            committee.say(desk.conference(), desk.reviewer(), ProfileForm.read(posted, call));
        } catch (Problem.InvalidInput e) {
            return words.phrases().refused(page(desk, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.profile.saved", locale));
        return new ModelAndView("redirect:/review/" + desk.conference().slug());
    }

    private ModelAndView page(Desk desk, Posted form, Locale locale) {
        return new ModelAndView("papers/review-profile")
                .addObject("slug", desk.conference().slug())
                .addObject("name", desk.conference().name().in(locale))
                .addObject("reviewer", desk.reviewer())
                .addObject("form", form)
                .addObject("countries", Choice.countries(locale))
                .addObject("topics", words.topics(desk.conference(), locale))
                .addObject("expertises", words.expertises(locale));
    }
}
