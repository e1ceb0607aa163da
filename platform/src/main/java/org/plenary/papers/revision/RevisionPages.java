package org.plenary.papers.revision;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Windows;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All papers of a conference that are to be revised, and how far they are; without those that whoever looks wrote. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/revisions")
class RevisionPages {
    private static final int PAGE = 50;
    private static final List<String> STANDINGS = List.of("handed-in", "asked", "kept-back");

    private final ConferenceApi conferences;
    private final Revisions revisions;
    private final Windows windows;
    private final ReviewerDesks desks;
    private final Phrases words;

    RevisionPages(ConferenceApi conferences, Revisions revisions, Windows windows, ReviewerDesks desks, Phrases words) {
        this.conferences = conferences;
        this.revisions = revisions;
        this.windows = windows;
        this.desks = desks;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "handed-in") String standing,
            @RequestParam(defaultValue = "0") int after,
            Locale locale) {
        var view = conferences.bySlug(conference);
        var wanted = STANDINGS.contains(standing) ? standing : STANDINGS.getFirst();
        var own = desks.addresses();
        var counts = revisions.counts(view.id(), own);
        var found = revisions.list(view.id(), wanted, own, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new ModelAndView("papers/revisions")
                .addObject("slug", view.slug())
                .addObject("zone", view.timeZone())
                .addObject("until", windows.revision(view).map(String::valueOf).orElse(null))
                .addObject("counts", counts)
                .addObject("standing", wanted)
                .addObject("chips", chips(view, wanted, counts, locale))
                .addObject("found", shown)
                .addObject("after", after)
                .addObject(
                        "next",
                        found.size() > PAGE ? String.valueOf(shown.getLast().number()) : null);
    }

    private List<Chip> chips(ConferenceView conference, String standing, Revisions.Counts counts, Locale locale) {
        return STANDINGS.stream()
                .map(each -> new Chip(
                        "/manage/conferences/" + conference.slug() + "/papers/revisions?standing=" + each,
                        words.text("papers.revision.is-" + each, locale),
                        each.equals(standing),
                        counts.of(each)))
                .toList();
    }
}
