package org.plenary.papers.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

/** Where chairs decide: how far they are, what would become of the papers, and what authors are to be told. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/decisions")
class DecisionPages {
    /** Parameters such as {@code accept.control}; the one without a track is {@code accept.}. */
    private static final String ACCEPT = "accept.";

    private final ConferenceApi conferences;
    private final DecisionPlans plans;
    private final DecisionFigures figures;
    private final AnnouncingDecisions announcing;
    private final Words words;

    DecisionPages(
            ConferenceApi conferences,
            DecisionPlans plans,
            DecisionFigures figures,
            AnnouncingDecisions announcing,
            Words words) {
        this.conferences = conferences;
        this.plans = plans;
        this.figures = figures;
        this.announcing = announcing;
        this.words = words;
    }

    /** What the pages say. */
    @Component
    record Words(Calls calls, MessageSource messages, PageErrors errors) {
        Map<String, String> trackNames(ConferenceView conference, Locale locale) {
            var names = new LinkedHashMap<String, String>();
            calls.find(conference.id())
                    .ifPresent(call -> call.tracks()
                            .forEach(
                                    track -> names.put(track.key(), track.name().in(locale))));
            names.put("", text("papers.decisions.no-track", locale));
            return names;
        }

        String text(String key, Locale locale, Object... arguments) {
            return String.valueOf(messages.getMessage(key, arguments, locale));
        }
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            return page(found, new Posted(sent), locale);
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(overview(found, new Posted(sent), locale), e, locale);
        }
    }

    /** Decides as it was shown. */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView takeOver(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String mark,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var done = announcing.takeOver(found, wanted(found, posted), mark);
            redirect.addFlashAttribute("flash", Flash.success(words.text("papers.decisions.done", locale, done)));
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(overview(found, posted, locale), e, locale);
        } catch (Problem.Conflict e) {
            var page = words.errors().refused(page(found, posted, locale), e, locale);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return back(found);
    }

    /** Tells the authors. @param seen how many decisions there were to be told */
    @PostMapping("/announcement")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView announce(
            @PathVariable String conference, @RequestParam int seen, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            var done = announcing.announce(found, seen);
            redirect.addFlashAttribute("flash", Flash.success(words.text("papers.decisions.announced", locale, done)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("violation." + e.code(), locale)));
        }
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, Posted sent, Locale locale) {
        var page = overview(conference, sent, locale);
        var wanted = wanted(conference, sent);
        return wanted.isEmpty() ? page : page.addObject("simulation", announcing.simulate(conference, wanted));
    }

    private ModelAndView overview(ConferenceView conference, Posted sent, Locale locale) {
        return new ModelAndView("papers/decisions")
                .addObject("slug", conference.slug())
                .addObject("form", sent)
                .addObject("plan", plans.of(conference.id()))
                .addObject("tracks", figures.tracks(conference.id()))
                .addObject("trackNames", words.trackNames(conference, locale))
                .addObject("unannounced", figures.unannounced(conference.id()));
    }

    /** @throws Problem.InvalidInput naming the tracks whose number is none */
    private Map<String, Integer> wanted(ConferenceView conference, Posted sent) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var track : tracks(conference)) {
            @Nullable Integer count = sent.integer(ACCEPT + track);
            if (count != null) wanted.put(track, Math.max(0, count));
        }
        sent.throwIfWrong();
        return wanted;
    }

    private List<String> tracks(ConferenceView conference) {
        return figures.tracks(conference.id()).stream()
                .map(DecisionFigures.Track::track)
                .toList();
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/decisions");
    }
}
