package org.plenary.papers.award;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Deadline;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs say what is awarded and when. Times are those of the conference's zone. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/awards")
class AwardPlanPages {
    private static final int NAME = 100;
    private static final int WINNERS = 5;

    private final ConferenceApi conferences;
    private final Awards awards;
    private final AwardPlanning planning;
    private final AwardWords words;

    AwardPlanPages(ConferenceApi conferences, Awards awards, AwardPlanning planning, AwardWords words) {
        this.conferences = conferences;
        this.awards = awards;
        this.planning = planning;
        this.words = words;
    }

    @GetMapping("/new")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView blank(@PathVariable String conference) {
        return page(conferences.bySlug(conference), null, Posted.empty().set("winners", 1));
    }

    @PostMapping("/new")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView add(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var award = planning.add(found, read(posted, found));
            redirect.addFlashAttribute("flash", words.done("papers.award.saved", locale));
            return new ModelAndView("redirect:" + base(found) + "/" + award.id());
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(page(found, null, posted), e, locale);
        }
    }

    @GetMapping("/{award}/edit")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView form(@PathVariable String conference, @PathVariable UUID award) {
        var found = conferences.bySlug(conference);
        var current = awards.get(found.id(), award);
        var plan = current.plan();
        var form = Posted.empty()
                .set("version", current.version())
                .set("name", plan.name())
                .set("students", plan.students())
                .set("winners", plan.winners())
                .set("voting_until", plan.votingUntil().at());
        if (plan.knownAt() != null) form.set("known_at", plan.knownAt().at());
        return page(found, award, form);
    }

    @PostMapping("/{award}/edit")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable UUID award,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var version = posted.integer("version");
            planning.change(found, award, read(posted, found), version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var page = words.errors().refused(page(found, award, posted), e, locale);
            if (!(e instanceof Problem.InvalidInput)) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute("flash", words.done("papers.award.saved", locale));
        return new ModelAndView("redirect:" + base(found) + "/" + award);
    }

    private static AwardPlan read(Posted posted, ConferenceView conference) {
        var winners = posted.integer("winners");
        posted.throwIfWrong();
        var wrong = new Violations();
        var name = posted.texts("name");
        for (var tag : Posted.TAGS) wrong.text("/name/" + tag, posted.text("name." + tag), NAME);
        wrong.check(
                winners != null && winners >= 1 && winners <= WINNERS, "/winners", "award_one_to_five", "From 1 to 5.");
        var until = time(wrong, posted, "voting_until", conference);
        if (until == null && !posted.has("voting_until")) wrong.required("/voting_until", null);
        var known = time(wrong, posted, "known_at", conference);
        wrong.throwIfAny();
        return new AwardPlan(
                name,
                posted.isOn("students"),
                winners == null ? 1 : winners,
                java.util.Objects.requireNonNull(until),
                known);
    }

    private static @Nullable Deadline time(Violations wrong, Posted posted, String field, ConferenceView conference) {
        var typed = posted.text(field);
        if (typed == null) return null;
        try {
            return new Deadline(
                    TypedTime.dayAndTime(typed), conference.timeZone().getId());
        } catch (DateTimeException e) {
            wrong.add("/" + field, "date", "This is not a date.");
            return null;
        }
    }

    private static ModelAndView page(ConferenceView conference, @Nullable UUID award, Posted form) {
        return new ModelAndView("papers/award-plan")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("award", award)
                .addObject("form", form);
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/awards";
    }
}
