package org.plenary.papers.award;

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

/** The awards of a conference before staff: nominees, who has voted, what the votes propose, and the announcement. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/awards")
class AwardPages {
    private final ConferenceApi conferences;
    private final AwardBoard board;
    private final AwardPlanning planning;
    private final Awarding awarding;
    private final AwardWords words;

    AwardPages(
            ConferenceApi conferences, AwardBoard board, AwardPlanning planning, Awarding awarding, AwardWords words) {
        this.conferences = conferences;
        this.board = board;
        this.planning = planning;
        this.awarding = awarding;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("papers/awards")
                .addObject("slug", found.slug())
                .addObject("lines", board.lines(found.id(), locale));
    }

    @GetMapping("/{award}")
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable UUID award, Locale locale) {
        return page(conferences.bySlug(conference), award, Posted.empty(), locale);
    }

    @PostMapping("/{award}/nominees")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView nominate(
            @PathVariable String conference,
            @PathVariable UUID award,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var number = posted.integer("number");
            posted.throwIfWrong();
            planning.nominate(
                    found,
                    award,
                    new AwardPlanning.Nomination(number, posted.text("student"), posted.texts("laudation")));
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(page(found, award, posted, locale), e, locale);
        } catch (Problem.Conflict e) {
            return failed(found, award, e, redirect, locale);
        }
        return done(found, award, "papers.award.nominated", redirect, locale);
    }

    @PostMapping("/{award}/nominees/{number}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable UUID award,
            @PathVariable int number,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return tried(
                found,
                award,
                () -> planning.withdraw(found, award, number),
                "papers.award.nomination-removed",
                redirect,
                locale);
    }

    @PostMapping("/{award}/opening")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView open(
            @PathVariable String conference, @PathVariable UUID award, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        return tried(found, award, () -> planning.open(found, award), "papers.award.opened", redirect, locale);
    }

    @PostMapping("/{award}/closing")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView close(
            @PathVariable String conference, @PathVariable UUID award, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        return tried(found, award, () -> planning.close(found, award), "papers.award.closed", redirect, locale);
    }

    /** @param winner numbers of papers */
    @PostMapping("/{award}/outcome")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView confirm(
            @PathVariable String conference,
            @PathVariable UUID award,
            @RequestParam(required = false) @Nullable List<Integer> winner,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            awarding.confirm(found, award, winner == null ? List.of() : winner, reason);
        } catch (Problem.InvalidInput e) {
            var form = Posted.empty()
                    .set("winner", winner == null ? List.of() : winner)
                    .set("reason", reason);
            return words.errors().refused(page(found, award, form, locale).addObject("tried", true), e, locale);
        } catch (Problem.Conflict e) {
            return failed(found, award, e, redirect, locale);
        }
        return done(found, award, "papers.award.confirmed-done", redirect, locale);
    }

    @PostMapping("/{award}/announcement")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView announce(
            @PathVariable String conference, @PathVariable UUID award, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        return tried(
                found, award, () -> awarding.announce(found, award), "papers.award.announced-done", redirect, locale);
    }

    @PostMapping("/{award}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView delete(
            @PathVariable String conference, @PathVariable UUID award, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            planning.delete(found, award);
        } catch (Problem.Conflict e) {
            return failed(found, award, e, redirect, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.award.deleted", locale));
        return new ModelAndView("redirect:" + base(found));
    }

    private ModelAndView page(ConferenceView conference, UUID award, Posted form, Locale locale) {
        var view = board.view(conference.id(), award, locale);
        var plan = view.award().plan();
        return new ModelAndView("papers/award")
                .addObject("slug", conference.slug())
                .addObject("view", view)
                .addObject("name", plan.name().in(locale))
                .addObject("until", plan.votingUntil().toString())
                .addObject(
                        "known", plan.knownAt() == null ? null : plan.knownAt().toString())
                .addObject("tried", false)
                .addObject("form", form);
    }

    private ModelAndView tried(
            ConferenceView conference,
            UUID award,
            Runnable verb,
            String word,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            verb.run();
        } catch (Problem.Conflict e) {
            return failed(conference, award, e, redirect, locale);
        }
        return done(conference, award, word, redirect, locale);
    }

    private ModelAndView failed(
            ConferenceView conference, UUID award, Problem.Conflict e, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", Flash.failure(words.text("violation." + e.code(), locale)));
        return new ModelAndView("redirect:" + base(conference) + "/" + award);
    }

    private ModelAndView done(
            ConferenceView conference, UUID award, String word, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", words.done(word, locale));
        return new ModelAndView("redirect:" + base(conference) + "/" + award);
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/awards";
    }
}
