package org.plenary.papers.finding;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search for staff over all papers, and for everybody over the accepted ones. */
@Controller
@TenantHost
class SearchPages {
    private final ConferenceApi conferences;
    private final PaperSearch search;
    private final ResultParts parts;
    private final Callers callers;

    SearchPages(ConferenceApi conferences, PaperSearch search, ResultParts parts, Callers callers) {
        this.conferences = conferences;
        this.search = search;
        this.parts = parts;
        this.callers = callers;
    }

    @GetMapping("/manage/conferences/{conference}/search")
    @Requires(Permission.PAPERS_READ)
    ModelAndView forStaff(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var page = page("papers/search", "/manage/conferences/{conference}/search", conference, sent, locale);
        page.addObject("maySetWords", callers.current().may(Permission.PAPERS_WRITE));
        return page.addObject("mayFindDelegates", callers.current().may(Permission.REGISTRATION_READ));
    }

    @GetMapping("/c/{conference}/papers")
    @Public
    ModelAndView forEverybody(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        return page("papers/accepted", "/c/{conference}/papers", conference, sent, locale);
    }

    private ModelAndView page(
            String template, String path, String conference, MultiValueMap<String, String> sent, Locale locale) {
        var view = conferences.visible(conference);
        var asked = AskedPage.of(path, view.slug(), sent, template.equals("papers/accepted"));
        var page = new ModelAndView(template);
        page.addObject("slug", view.slug());
        page.addObject("q", asked.text());
        page.addObject("action", asked.address());
        page.addObject("keep", asked.kept());
        var answer = answer(view, asked);
        parts.fill(page, view, answer.to(), answer.found(), locale);
        page.addObject("notice", answer.notice());
        if (answer.notice() == Notice.UNAVAILABLE) page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }

    /** What is said of the way in which an answer was found. */
    private enum Notice {
        NONE,
        SIMPLIFIED,
        RESTARTED,
        UNAVAILABLE
    }

    private record Answer(AskedPage to, PaperSearch.Found found, Notice notice) {}

    /** Of a list that was begun with the index and cannot be gone on with while that is away, the beginning. */
    private Answer answer(ConferenceView view, AskedPage asked) {
        try {
            var found = search.search(view, asked.query());
            return new Answer(asked, found, found.isPlain() ? Notice.SIMPLIFIED : Notice.NONE);
        } catch (Problem.Unavailable e) {
            if (asked.after() == null) return new Answer(asked, PaperSearch.Found.NOTHING, Notice.UNAVAILABLE);
            var anew = answer(view, asked.anew());
            return anew.notice() == Notice.UNAVAILABLE ? anew : new Answer(anew.to(), anew.found(), Notice.RESTARTED);
        }
    }
}
