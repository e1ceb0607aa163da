package org.plenary.papers.finding;

import java.util.List;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The part of a paper's page that names papers like it; it comes after the page, which does not wait for it. */
@Controller
@TenantHost
class AlikePages {
    private final ConferenceApi conferences;
    private final Papers papers;
    private final AlikePapers alike;

    AlikePages(ConferenceApi conferences, Papers papers, AlikePapers alike) {
        this.conferences = conferences;
        this.papers = papers;
        this.alike = alike;
    }

    public record Line(int number, String title, String authors) {
        static Line of(Paper paper) {
            var names = paper.content().authors().stream().map(Author::name).toList();
            return new Line(paper.number(), paper.content().title(), String.join(", ", names));
        }
    }

    @GetMapping("/manage/conferences/{conference}/papers/{number:\\d+}/similar")
    @Requires(Permission.PAPERS_READ)
    ModelAndView forStaff(@PathVariable String conference, @PathVariable int number) {
        var view = conferences.bySlug(conference);
        return part("staff", view, alike.forStaff(find(view, number)));
    }

    @GetMapping("/c/{conference}/papers/{number:\\d+}/similar")
    @Public
    ModelAndView forEverybody(@PathVariable String conference, @PathVariable int number) {
        var view = conferences.visible(conference);
        var paper = find(view, number);
        if (!paper.isAccepted()) throw notFound();
        return part("everybody", view, alike.forEverybody(paper));
    }

    private static ModelAndView part(String whom, ConferenceView conference, List<Paper> papers) {
        return new ModelAndView("papers/similar :: " + whom)
                .addObject("slug", conference.slug())
                .addObject("similar", papers.stream().map(Line::of).toList());
    }

    private Paper find(ConferenceView conference, int number) {
        return papers.byNumber(conference.id(), number).orElseThrow(AlikePages::notFound);
    }

    private static Problem notFound() {
        return new Problem.NotFound("The paper");
    }
}
