package org.plenary.papers.proceedings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.papers.call.Calls;
import org.plenary.papers.proceedings.PublishedPapers.Published;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The proceedings as everybody reads them. Before they are published there is nothing here, for nobody. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}")
class PublicProceedingsPages {
    private final ConferenceApi conferences;
    private final Volumes volumes;
    private final PublishedPapers published;
    private final VolumeFiles files;
    private final Told told;

    PublicProceedingsPages(
            ConferenceApi conferences, Volumes volumes, PublishedPapers published, VolumeFiles files, Told told) {
        this.conferences = conferences;
        this.volumes = volumes;
        this.published = published;
        this.files = files;
        this.told = told;
    }

    @Component
    record Told(Citing citing, Calls calls) {}

    @GetMapping("/proceedings")
    ModelAndView list(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        var found = conferences.visible(conference);
        var state = out(found);
        var from = VolumeFiles.number(after);
        var rows = published.list(found.id(), from, Page.DEFAULT_LIMIT + 1);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, paper -> String.valueOf(paper.firstPage()));
        var own = "/c/" + found.slug() + "/proceedings";
        return view("papers/proceedings-public", found, state, locale)
                .addObject("papers", page.items())
                .addObject("count", published.count(found.id()))
                .addObject("trackNames", tracks(found, locale))
                .addObject("isWhole", published.isWhole(found.id()))
                .addObject("first", from == 0 ? null : own)
                .addObject("next", page.next() == null ? null : own + "?after=" + page.next());
    }

    @GetMapping("/proceedings/{number:\\d+}")
    ModelAndView paper(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var found = conferences.visible(conference);
        var state = out(found);
        var paper = paper(found, number);
        return view("papers/proceedings-paper", found, state, locale)
                .addObject("paper", paper)
                .addObject("about", paper.paper().content())
                .addObject("pages", Citing.pages(paper))
                .addObject("citation", told.citing().citation(state.volume(), paper, locale))
                .addObject(
                        "bibTeX",
                        told.citing()
                                .bibTeX(found, state.volume(), paper, locale)
                                .strip())
                .addObject("headTags", told.citing().tags(found, state, paper, locale));
    }

    @GetMapping("/proceedings/{number:\\d+}.pdf")
    ResponseEntity<Resource> pdf(@PathVariable String conference, @PathVariable int number) {
        var found = conferences.visible(conference);
        out(found);
        return files.pdf(paper(found, number).file(), found.slug() + "-" + number + ".pdf");
    }

    @GetMapping("/proceedings/{number:\\d+}.bib")
    ResponseEntity<String> bibTeX(@PathVariable String conference, @PathVariable int number, Locale locale) {
        var found = conferences.visible(conference);
        var volume = out(found).volume();
        var text = told.citing().bibTeX(found, volume, paper(found, number), locale);
        return files.bibTeX(text, found.slug() + "-" + number + ".bib");
    }

    /** Not while a paper that is bound into it was withdrawn. */
    @GetMapping("/proceedings.pdf")
    ResponseEntity<Resource> volume(@PathVariable String conference) {
        var found = conferences.visible(conference);
        out(found);
        if (!published.isWhole(found.id())) throw new Problem.NotFound("The volume");
        return files.volume(found);
    }

    @GetMapping("/proceedings.bib")
    ResponseEntity<String> all(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        return files.bibTeX(found, out(found).volume(), locale);
    }

    private Volumes.State out(ConferenceView conference) {
        var state = volumes.of(conference);
        if (!state.isPublished()) throw new Problem.NotFound("The proceedings");
        return state;
    }

    private Published paper(ConferenceView conference, int number) {
        return published.byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
    }

    private Map<String, String> tracks(ConferenceView conference, Locale locale) {
        var names = new HashMap<String, String>();
        told.calls()
                .find(conference.id())
                .ifPresent(call -> call.tracks()
                        .forEach(track -> names.put(track.key(), track.name().in(locale))));
        return names;
    }

    private static ModelAndView view(String template, ConferenceView conference, Volumes.State state, Locale locale) {
        return new ModelAndView(template)
                .addObject("slug", conference.slug())
                .addObject("volume", state.volume())
                .addObject("volumeTitle", state.volume().titleIn(locale));
    }
}
