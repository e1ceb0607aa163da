package org.plenary.papers.review;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.committee.ReviewPlan;
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

/** Where the chairs say how the conference reviews. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing/plan")
class ReviewPlanPages {
    private static final int MOST_PER_PAPER = 20;
    private static final int MOST_ROUNDS = 9;
    private static final int MOST_CHARACTERS = 20_000;

    private final ConferenceApi conferences;
    private final ReviewPlanning planning;
    private final Phrases phrases;
    private final Clock clock;

    ReviewPlanPages(ConferenceApi conferences, ReviewPlanning planning, Phrases phrases, Clock clock) {
        this.conferences = conferences;
        this.planning = planning;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var current = planning.current(found);
        var plan = current.plan();
        var form = Posted.empty()
                .set("version", current.version())
                .set("round", plan.round())
                .set("per_paper", plan.perPaper())
                .set("highest", plan.highest())
                .set("discussion", plan.discussion())
                .set("rebuttal_characters", plan.rebuttalCharacters());
        at(form, "bidding_until", plan.biddingUntil());
        at(form, "reviews_until", plan.reviewsUntil());
        at(form, "rebuttal_until", plan.rebuttalUntil());
        return page(found, form);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var plan = read(posted, found, planning.current(found).plan());
            planning.save(found, plan, Long.parseLong(posted.has("version") ? posted.get("version") : "0"));
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return phrases.refused(page(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.review-plan.saved", locale));
        return back(found);
    }

    /** Authors see the reviews, and are told; or see them no more. @param shown {@code true} or {@code false} */
    @PostMapping("/shown")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView show(
            @PathVariable String conference, @RequestParam boolean shown, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        planning.show(found, shown ? clock.instant() : null);
        redirect.addFlashAttribute(
                "flash", phrases.done(shown ? "papers.review-plan.shown" : "papers.review-plan.hidden", locale));
        return back(found);
    }

    private ReviewPlan read(Posted posted, ConferenceView conference, ReviewPlan before) {
        var perPaper = posted.integer("per_paper");
        var highest = posted.integer("highest");
        var round = posted.integer("round");
        var characters = posted.integer("rebuttal_characters");
        posted.throwIfWrong();
        var wrong = new Violations();
        range(wrong, "/per_paper", perPaper, 1, MOST_PER_PAPER);
        range(wrong, "/highest", highest, 2, 100);
        range(wrong, "/round", round, 1, MOST_ROUNDS);
        range(wrong, "/rebuttal_characters", characters, 100, MOST_CHARACTERS);
        var bidding = deadline(wrong, posted, "bidding_until", conference);
        var reviews = deadline(wrong, posted, "reviews_until", conference);
        var rebuttal = deadline(wrong, posted, "rebuttal_until", conference);
        wrong.throwIfAny();
        return new ReviewPlan(
                or(round, 1),
                or(perPaper, 1),
                or(highest, 2),
                bidding,
                reviews,
                posted.isOn("discussion"),
                rebuttal,
                or(characters, 100),
                before.shownAt());
    }

    private static int or(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }

    private static void range(Violations wrong, String pointer, @Nullable Integer number, int least, int most) {
        if (number == null) wrong.required(pointer, null);
        else wrong.check(number >= least && number <= most, pointer, "range", "From " + least + " to " + most + ".");
    }

    private static @Nullable Deadline deadline(
            Violations wrong, Posted posted, String field, ConferenceView conference) {
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

    private static void at(Posted form, String field, @Nullable Deadline deadline) {
        if (deadline != null) form.set(field, deadline.at());
    }

    private static ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/review-plan", Map.of("form", form))
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone());
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/reviewing");
    }
}
