package org.plenary.papers.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
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

/** Who may hand in late: links to be sent, and until when each of them holds. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/call/late")
class GracePages {
    private final ConferenceApi conferences;
    private final Gracing gracing;
    private final Graces graces;
    private final GraceWords words;
    private final Clock clock;

    GracePages(ConferenceApi conferences, Gracing gracing, Graces graces, GraceWords words, Clock clock) {
        this.conferences = conferences;
        this.gracing = gracing;
        this.graces = graces;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(@PathVariable String conference) {
        return page(conferences.bySlug(conference), Posted.empty());
    }

    /** The link is shown once: only its hash is kept. */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView give(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var paper = posted.integer("paper");
            posted.throwIfWrong();
            var given = gracing.give(found, posted.text("note"), paper, until(found, posted.get("until")));
            redirect.addFlashAttribute("flash", words.done("papers.late.given", locale));
            if (paper == null) redirect.addFlashAttribute("link", words.link(found, given.token()));
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(page(found, posted), e, locale);
        }
        return back(found);
    }

    @PostMapping("/{grace}/revocation")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView revoke(
            @PathVariable String conference, @PathVariable UUID grace, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        gracing.revoke(found, grace);
        redirect.addFlashAttribute("flash", words.done("papers.late.revoked", locale));
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        var now = clock.instant();
        return new ModelAndView("papers/late")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("form", form)
                .addObject(
                        "graces",
                        graces.of(conference.id()).stream()
                                .map(grace -> GraceWords.Row.of(grace, now))
                                .toList());
    }

    private static @Nullable Instant until(ConferenceView conference, String typed) {
        try {
            return typed.isBlank()
                    ? null
                    : TypedTime.dayAndTime(typed).atZone(conference.timeZone()).toInstant();
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/until", "date", "This is not a date.");
        }
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/call/late");
    }
}
