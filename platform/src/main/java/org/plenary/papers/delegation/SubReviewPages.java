package org.plenary.papers.delegation;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.inspection.BlindCopies;
import org.plenary.papers.review.OpinionForm;
import org.plenary.papers.review.ReviewDates;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody whom a reviewer asked says yes or no, reads the paper as its reviewers do, and writes. The link alone changes nothing:
 * mail scanners open every link. There is nothing here of other reviews, other reviewers, other papers, or of what is said about this one.
 */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/sub-reviews/{request}")
class SubReviewPages {
    private final ConferenceApi conferences;
    private final SubReviewing writing;
    private final Reading reading;
    private final Phrases phrases;

    SubReviewPages(ConferenceApi conferences, SubReviewing writing, Reading reading, Phrases phrases) {
        this.conferences = conferences;
        this.writing = writing;
        this.reading = reading;
        this.phrases = phrases;
    }

    /** What reviewers may see of a paper. */
    @Component
    record Reading(OpinionForm form, BlindCopies copies) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, writing.meet(found, request, secret), secret, null, locale);
    }

    /** @param answer {@code yes}, {@code no} or {@code conflict} */
    @PostMapping
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String reason,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var met = writing.meet(found, request, secret);
        try {
            switch (answer) {
                case "yes" -> writing.accept(met);
                case "no" -> writing.decline(met, false, reason);
                case "conflict" -> writing.decline(met, true, reason);
                default -> throw new Problem.InvalidInput("/answer", "choice", "One of yes, no, conflict.");
            }
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return phrases.refused(page(found, writing.meet(found, request, secret), secret, null, locale), e, locale);
        }
        return page(found, writing.meet(found, request, secret), secret, null, locale);
    }

    /** @param action {@code hand} gives it to the reviewer; anything else keeps it as a draft */
    @PostMapping("/review")
    ModelAndView write(
            @PathVariable String conference,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "draft") String action,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var secret = posted.text("secret");
        var met = writing.meet(found, request, secret);
        var hand = action.equals("hand");
        try {
            writing.write(found, met, reading.form().read(found, posted), hand);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return phrases.refused(page(found, met, secret, posted, locale), e, locale);
        }
        return page(found, writing.meet(found, request, secret), secret, null, locale)
                .addObject("flash", phrases.done("papers.sub-review.done-" + (hand ? "handed" : "kept"), locale));
    }

    /** Only for who said yes. */
    @GetMapping("/file")
    ResponseEntity<Resource> file(
            @PathVariable String conference,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String secret) {
        var met = writing.meet(conferences.bySlug(conference), request, secret);
        var paper = met.paper();
        if (paper == null || met.request().standing() != Standing.ACCEPTED) throw new Problem.NotFound("This file");
        return reading.copies().download(paper);
    }

    private ModelAndView page(
            ConferenceView conference,
            SubReviewing.Met met,
            @Nullable String secret,
            @Nullable Posted posted,
            Locale locale) {
        var request = met.request();
        var page = new ModelAndView("papers/sub-review")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("secret", secret)
                .addObject("request", request)
                .addObject(
                        "state", met.isClosed() ? "closed" : request.standing().code())
                .addObject("asker", met.isClosed() ? "" : met.asker())
                .addObject("due", ReviewDates.at(conference, request.due()).toString());
        var paper = met.paper();
        if (paper == null) return page;
        reading.form().paper(page, conference, paper, locale);
        if (request.standing() == Standing.ACCEPTED) {
            var form =
                    posted == null ? reading.form().filled(conference, request.opinion(), request.version()) : posted;
            reading.form().draw(page, conference, paper, form, locale);
        }
        return page;
    }
}
