package org.plenary.papers.committee;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who is asked to review says yes or no. The link alone changes nothing: mail scanners open every link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/reviewers/{reviewer}")
class ReviewerInvitationPages {
    private final ConferenceApi conferences;
    private final ReviewerLinks links;
    private final Committee committee;
    private final ReviewerDesks desks;
    private final PageErrors errors;

    ReviewerInvitationPages(
            ConferenceApi conferences,
            ReviewerLinks links,
            Committee committee,
            ReviewerDesks desks,
            PageErrors errors) {
        this.conferences = conferences;
        this.links = links;
        this.committee = committee;
        this.desks = desks;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView question(
            @PathVariable String conference,
            @PathVariable UUID reviewer,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, links.open(found, reviewer, secret), secret, locale);
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable UUID reviewer,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String reason,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var asked = links.open(found, reviewer, secret);
        try {
            switch (answer) {
                case "yes" ->
                    asked = committee.accept(found, asked, desks.account().orElse(null));
                case "no" -> asked = committee.decline(found, asked, reason);
                default -> throw new Problem.InvalidInput("/answer", "choice", "One of yes, no.");
            }
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return errors.refused(page(found, asked, secret, locale), e, locale);
        }
        return page(found, asked, secret, locale);
    }

    private ModelAndView page(ConferenceView conference, Reviewer reviewer, @Nullable String secret, Locale locale) {
        return new ModelAndView("papers/reviewer-question")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("reviewer", reviewer)
                .addObject("standing", reviewer.standing().code())
                .addObject("secret", secret);
    }
}
