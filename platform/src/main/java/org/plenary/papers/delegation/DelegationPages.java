package org.plenary.papers.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.AnswerWords;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.OpinionForm;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.Reviewing;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a reviewer asks somebody to write for them, and reads what came. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
@RequestMapping("/review/{conference}/papers/{number}/sub-review")
class DelegationPages {
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS = 14;

    private final ReviewerDesks desks;
    private final Reviewing reviewing;
    private final Delegating delegating;
    private final DelegationWords words;
    private final Showing showing;

    DelegationPages(
            ReviewerDesks desks, Reviewing reviewing, Delegating delegating, DelegationWords words, Showing showing) {
        this.desks = desks;
        this.reviewing = reviewing;
        this.delegating = delegating;
        this.words = words;
        this.showing = showing;
    }

    /** What the page shows of papers and of what was written. */
    @Component
    record Showing(OpinionForm form, ReviewPlans plans, Clock clock) {}

    /** @param said why they cannot, @param opinion null until it is handed over: a draft is its writer's alone */
    public record Line(
            SubReview request,
            String standing,
            String due,
            boolean isLate,
            String said,
            Review.@Nullable Opinion opinion,
            List<AnswerWords.Row> answers) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        return page(desk, opened, blank(desk, locale), locale);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        var posted = new Posted(sent);
        try {
            var due = posted.date("due");
            posted.throwIfWrong();
            var wish = new Delegating.Wish(
                    posted.text("name"),
                    posted.text("email"),
                    posted.text("affiliation"),
                    Languages.nearest(posted.get("language")),
                    due);
            var asked = delegating.ask(desk, opened, wish);
            if (asked.isEmpty())
                throw new Problem.InvalidInput("/email", "sub_review_refused", "This person cannot be asked.");
            redirect.addFlashAttribute(
                    "flash",
                    words.phrases()
                            .done(
                                    "papers.sub-review.done-asked",
                                    locale,
                                    asked.get().name()));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.phrases().refused(page(desk, opened, posted, locale), e, locale);
        }
        return back(desk, number);
    }

    @PostMapping("/{request}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID request,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        delegating.withdraw(reviewing.open(desk, number), request);
        redirect.addFlashAttribute("flash", words.phrases().done("papers.sub-review.done-withdrawn", locale));
        return back(desk, number);
    }

    @PostMapping("/{request}/back")
    ModelAndView sendBack(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        var opened = reviewing.open(desk, number);
        try {
            delegating.sendBack(opened, request, note);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.phrases().refused(page(desk, opened, blank(desk, locale), locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.sub-review.done-back", locale));
        return back(desk, number);
    }

    /** The next thing is to read it as one's own, and to hand it in. */
    @PostMapping("/{request}/taking")
    ModelAndView takeOver(
            @PathVariable String conference,
            @PathVariable int number,
            @PathVariable UUID request,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.own(conference);
        try {
            delegating.takeOver(desk, reviewing.open(desk, number), request);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            redirect.addFlashAttribute("flash", words.phrases().failed(e, locale));
            return back(desk, number);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.sub-review.done-taken", locale));
        return new ModelAndView("redirect:" + paper(desk, number));
    }

    private ModelAndView page(Desk desk, Reviewing.Opened opened, Posted form, Locale locale) {
        var conference = desk.conference();
        var page = showing.form().paper(new ModelAndView("papers/sub-review-own"), conference, opened.paper(), locale);
        return page.addObject("own", opened.own())
                .addObject("rule", delegating.rule(desk))
                .addObject("form", form)
                .addObject("languages", Choice.languages())
                .addObject("lines", lines(desk, opened, locale));
    }

    private List<Line> lines(Desk desk, Reviewing.Opened opened, Locale locale) {
        var now = showing.clock().instant();
        return delegating.of(opened).stream()
                .filter(each -> each.standing() != Standing.REFUSED)
                .map(each -> new Line(
                        each,
                        each.standing().code(),
                        ReviewDates.at(desk.conference(), each.due()).toString(),
                        each.isLate(now),
                        words.said(each, locale),
                        each.isHanded() ? each.opinion() : null,
                        each.isHanded()
                                ? showing.form().answered(desk.conference(), each.opinion(), locale)
                                : List.of()))
                .toList();
    }

    private Posted blank(Desk desk, Locale locale) {
        return Posted.empty().set("language", locale.toLanguageTag()).set("due", suggested(desk));
    }

    /** Some days before the reviewer's own day, so that there is time to read it. */
    private LocalDate suggested(Desk desk) {
        var zone = desk.conference().timeZone();
        var today = LocalDate.ofInstant(showing.clock().instant(), zone);
        var until = showing.plans().of(desk.conference().id()).reviewsUntil();
        var usual = today.plusDays(DAYS);
        if (until == null) return usual;
        var before = LocalDate.ofInstant(instant(until), zone).minusDays(DAYS_BEFORE);
        return before.isAfter(today) && before.isBefore(usual)
                ? before
                : before.isAfter(today) ? usual : today.plusDays(1);
    }

    private static Instant instant(Deadline deadline) {
        return deadline.instant();
    }

    private static String paper(Desk desk, int number) {
        return "/review/" + desk.conference().slug() + "/papers/" + number;
    }

    private static ModelAndView back(Desk desk, int number) {
        return new ModelAndView("redirect:" + paper(desk, number) + "/sub-review");
    }
}
