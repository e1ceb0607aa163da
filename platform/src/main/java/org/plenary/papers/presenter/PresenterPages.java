package org.plenary.papers.presenter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
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
    private static final List<String> STANDINGS = List.of("missing", "registered", "excused");

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
    record Words(Papers papers, MessageSource messages, PageErrors errors) {
        String text(String key, Locale locale, Object... arguments) {
            return String.valueOf(messages.getMessage(key, arguments, locale));
        }

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
            return words.errors().refused(page(found, "missing", 0, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.presenters.excused-done", locale)));
        return back(found);
    }

    @PostMapping("/{number:\\d+}/excuse/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView askAgain(
            @PathVariable String conference, @PathVariable int number, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        presenting.askAgain(words.paper(found, number));
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.presenters.asked-again-done", locale)));
        return back(found);
    }

    @PostMapping("/reminder")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remind(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        var papers = presenting.remind(found);
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.presenters.reminded", locale, papers)));
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
            redirect.addFlashAttribute("flash", Flash.success(words.text("papers.presenters.dropped", locale, papers)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("violation." + e.code(), locale)));
        }
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, String wanted, int after, Locale locale) {
        var standing = STANDINGS.contains(wanted) ? wanted : STANDINGS.getFirst();
        var all = presenters.all(conference.id());
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(Coverage::standing, Collectors.counting()));
        var found = all.stream()
                .filter(each -> each.standing().equals(standing) && each.number() > after)
                .limit(PAGE + 1)
                .toList();
        var shown = found.stream().limit(PAGE).toList();
        var until = plans.of(conference.id()).presenterUntil();
        return new ModelAndView("papers/presenters")
                .addObject("slug", conference.slug())
                .addObject("chips", chips(conference, standing, counts, locale))
                .addObject("standing", standing)
                .addObject("accepted", all.size())
                .addObject("missing", counts.getOrDefault("missing", 0L))
                .addObject("registered", counts.getOrDefault("registered", 0L))
                .addObject("excused", counts.getOrDefault("excused", 0L))
                .addObject("until", until == null ? null : until.toString())
                .addObject("passed", presenting.isPassed(conference))
                .addObject("found", shown)
                .addObject("after", after)
                .addObject(
                        "next",
                        found.size() > PAGE ? String.valueOf(shown.getLast().number()) : null);
    }

    private List<Chip> chips(ConferenceView conference, String standing, Map<String, Long> counts, Locale locale) {
        return STANDINGS.stream()
                .map(each -> new Chip(
                        "/manage/conferences/" + conference.slug() + "/papers/presenters?standing=" + each,
                        words.text("papers.presenters." + each, locale) + " (" + counts.getOrDefault(each, 0L) + ")",
                        each.equals(standing)))
                .toList();
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/presenters");
    }
}
