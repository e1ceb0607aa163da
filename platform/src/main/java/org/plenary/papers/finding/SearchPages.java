package org.plenary.papers.finding;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
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
    private final SearchPage page;

    SearchPages(ConferenceApi conferences, SearchPage page) {
        this.conferences = conferences;
        this.page = page;
    }

    @GetMapping("/manage/conferences/{conference}/search")
    @Requires(Permission.PAPERS_READ)
    ModelAndView forStaff(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var view = conferences.visible(conference);
        return page.forStaff(view, page.asked(view, sent), locale);
    }

    @GetMapping("/c/{conference}/papers")
    @Public
    ModelAndView forEverybody(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var view = conferences.visible(conference);
        return page.forEverybody(view, AskedPage.forEverybody(view.slug(), sent), locale);
    }
}
