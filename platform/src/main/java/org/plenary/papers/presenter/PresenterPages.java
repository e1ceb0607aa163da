package org.plenary.papers.presenter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.papers.presenter.Coverage.Standing;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which accepted papers have an author who comes, and what is done about the others. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/presenters")
class PresenterPages {
    private static final int PAGE = 50;

    private final ConferenceApi conferences;
    private final Presenters presenters;
    private final Presenting presenting;
    private final DecisionPlans plans;
    private final Words words;

    PresenterPages(
            ConferenceApi conferences, Presenters presenters, Presenting presenting, DecisionPlans plans, Words words) {
        this.conferences = conferences;
        this.presenters = presenters;
        this.presenting = presenting;
        this.plans = plans;
        this.words = words;
    }

    /** What the pages say, and the papers that they speak of. */
    @Component("presenterWords")
    record Words(Papers papers, Phrases phrases) {
        Paper paper(ConferenceView conference, int number) {
            return papers.byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        }
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "missing") String standing,
            @RequestParam(defaultValue = "0") int after,
            Locale locale) {
        return page(conferences.bySlug(conference), standing, after, locale);
    }

    @PostMapping("/{number:\\d+}/excuse")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView excuse(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            presenting.excuse(found, words.paper(found, number), reason);
        } catch (Problem.InvalidInput e) {
            return words.phrases().refused(page(found, "missing", 0, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", words.phrases().done("papers.presenters.excused-done", locale));
        return back(found);
    }

    @PostMapping("/{number:\\d+}/excuse/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView askAgain(
            @PathVariable String conference, @PathVariable int number, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        presenting.askAgain(words.paper(found, number));
        redirect.addFlashAttribute("flash", words.phrases().done("papers.presenters.asked-again-done", locale));
        return back(found);
    }

    @PostMapping("/reminder")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remind(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var papers = presenting.remind(found);
        redirect.addFlashAttribute("flash", words.phrases().done("papers.presenters.reminded", locale, papers));
        return back(found);
    }

    /** Takes papers without anybody out. @param seen how many there were */
    @PostMapping("/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView drop(
            @PathVariable String conference, @RequestParam int seen, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            var papers = presenting.drop(found, seen);
            redirect.addFlashAttribute("flash", words.phrases().done("papers.presenters.dropped", locale, papers));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", words.phrases().failed(e, locale));
        }
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, String wanted, int after, Locale locale) {
        var standing = Arrays.stream(Standing.values())
                .filter(each -> each.code().equals(wanted))
                .findFirst()
                .orElse(Standing.MISSING);
        var counts = presenters.counts(conference.id());
        var page = Page.of(
                presenters.list(conference.id(), standing, after, PAGE + 1),
                PAGE,
                last -> String.valueOf(last.number()));
        var until = plans.of(conference.id()).presenterUntil();
        return new ModelAndView("papers/presenters")
                .addObject("slug", conference.slug())
                .addObject("chips", chips(conference, standing, counts, locale))
                .addObject("standing", standing.code())
                .addObject(
                        "accepted",
                        counts.values().stream().mapToLong(Long::longValue).sum())
                .addObject("missing", counts.get(Standing.MISSING))
                .addObject("registered", counts.get(Standing.REGISTERED))
                .addObject("excused", counts.get(Standing.EXCUSED))
                .addObject("until", until == null ? null : until.toString())
                .addObject("passed", presenting.isPassed(conference))
                .addObject("found", page.items())
                .addObject("after", after)
                .addObject("next", page.next());
    }

    private List<Chip> chips(ConferenceView conference, Standing standing, Map<Standing, Long> counts, Locale locale) {
        return Arrays.stream(Standing.values())
                .map(each -> new Chip(
                        "/manage/conferences/" + conference.slug() + "/papers/presenters?standing=" + each.code(),
                        words.phrases().text("papers.presenters." + each.code(), locale) + " (" + counts.get(each)
                                + ")",
                        each == standing))
                .toList();
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/presenters");
    }
}
