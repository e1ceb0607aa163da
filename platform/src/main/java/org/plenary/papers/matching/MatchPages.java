package org.plenary.papers.matching;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
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

/** Where the chairs have it worked out who reviews what, see how far it is, and end it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing/assignment")
class MatchPages {
    private static final int HEAVIEST = 100_000;
    private static final int LEAST_PERCENT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConferenceApi conferences;
    private final ReviewerMatching matching;
    private final MatchRuns runs;
    private final PageErrors errors;
    private final Clock clock;

    MatchPages(ConferenceApi conferences, ReviewerMatching matching, MatchRuns runs, PageErrors errors, Clock clock) {
        this.conferences = conferences;
        this.matching = matching;
        this.runs = runs;
        this.errors = errors;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var newest = runs.newest(found.id()).orElse(null);
        return page(found, form(newest == null ? MatchSettings.usual(0) : newest.settings()));
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView start(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            matching.start(found, read(posted), clock);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = errors.refused(page(found, posted), e, locale);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return back(found);
    }

    @PostMapping("/cancellation")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView cancel(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        matching.cancel(found);
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/match")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("run", runs.newest(conference.id()).orElse(null))
                .addObject("form", form);
    }

    private static Posted form(MatchSettings settings) {
        return Posted.empty()
                .set("affinity", settings.affinity())
                .set("bid", settings.bid())
                .set("topics", settings.topics())
                .set("senior", settings.senior())
                .set("institution", settings.institution())
                .set("country", settings.country())
                .set("balance", settings.balance())
                .set("stability", settings.stability())
                .set("percent", settings.percent())
                .set("keep", settings.keep());
    }

    private static MatchSettings read(Posted posted) {
        var wrong = new Violations();
        var settings = new MatchSettings(
                weight(wrong, posted, "affinity"),
                weight(wrong, posted, "bid"),
                weight(wrong, posted, "topics"),
                weight(wrong, posted, "senior"),
                weight(wrong, posted, "institution"),
                weight(wrong, posted, "country"),
                weight(wrong, posted, "balance"),
                weight(wrong, posted, "stability"),
                number(wrong, posted, "percent", LEAST_PERCENT, MatchSettings.ALL),
                RANDOM.nextLong(),
                posted.isOn("keep"));
        posted.throwIfWrong();
        wrong.throwIfAny();
        return settings;
    }

    private static int weight(Violations wrong, Posted posted, String field) {
        return number(wrong, posted, field, 0, HEAVIEST);
    }

    private static int number(Violations wrong, Posted posted, String field, int least, int most) {
        var number = posted.integer(field);
        if (number == null) {
            if (!posted.has(field)) wrong.required("/" + field, null);
            return least;
        }
        wrong.check(number >= least && number <= most, "/" + field, "range", "From " + least + " to " + most + ".");
        return number;
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/reviewing/assignment");
    }
}
