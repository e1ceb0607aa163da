package org.plenary.papers.submission;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who was named as an author says whether they are one. The link alone changes nothing: mail scanners open every link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/co-authors/{coauthor}")
class CoauthorPages {
    private final ConferenceApi conferences;
    private final Papers papers;
    private final Coauthors coauthors;
    private final CoauthorLinks links;

    CoauthorPages(ConferenceApi conferences, Papers papers, Coauthors coauthors, CoauthorLinks links) {
        this.conferences = conferences;
        this.papers = papers;
        this.coauthors = coauthors;
        this.links = links;
    }

    @GetMapping
    ModelAndView question(
            @PathVariable String conference,
            @PathVariable UUID coauthor,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.visible(conference);
        return page(found, links.open(found, coauthor, secret), secret, locale);
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping
    ModelAndView answer(
            @PathVariable String conference,
            @PathVariable UUID coauthor,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String answer,
            Locale locale) {
        var found = conferences.visible(conference);
        if (!answer.equals("yes") && !answer.equals("no"))
            throw new Problem.InvalidInput("/answer", "choice", "One of yes, no.");
        coauthors.answer(links.open(found, coauthor, secret), answer.equals("yes"));
        return page(found, links.open(found, coauthor, secret), secret, locale);
    }

    private ModelAndView page(ConferenceView conference, Coauthor coauthor, @Nullable String secret, Locale locale) {
        var paper = papers.byId(coauthor.paper()).orElseThrow(() -> new Problem.NotFound("The paper"));
        return new ModelAndView("papers/co-author")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("paper", SubmissionView.forAuthor(paper))
                .addObject("standing", coauthor.standing().code())
                .addObject("coauthor", coauthor.id())
                .addObject("email", coauthor.email())
                .addObject("secret", secret);
    }
}
