package org.plenary.papers.revision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Windows;
import org.plenary.papers.review.ReviewSecrecy;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperFiles;
import org.plenary.papers.submission.PaperPart;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.SubmissionView;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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

/** The revisions of one paper before the chairs, who ask for them here. Staff who wrote the paper are not let in. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/{number:\\d+}/revision")
class PaperRevisionPages implements PaperPart {
    private final ConferenceApi conferences;
    private final Revisions revisions;
    private final Revising revising;
    private final Kept kept;
    private final Phrases words;

    PaperRevisionPages(ConferenceApi conferences, Revisions revisions, Revising revising, Kept kept, Phrases words) {
        this.conferences = conferences;
        this.revisions = revisions;
        this.revising = revising;
        this.kept = kept;
        this.words = words;
    }

    @Component("revisionKept")
    record Kept(Papers papers, PaperFiles files, Windows windows, ReviewSecrecy secrecy) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable int number) {
        var view = conferences.bySlug(conference);
        var paper = paper(view, number);
        var newest = revisions.newest(paper.id()).filter(each -> !each.isHandedIn());
        var form = Posted.empty()
                .set("note", newest.map(Revision::note).orElse(""))
                .set("again", newest.map(Revision::again).orElse(true));
        return page(view, paper, form);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var view = conferences.bySlug(conference);
        var paper = paper(view, number);
        var posted = new Posted(sent);
        try {
            revising.ask(view, paper, posted.text("note"), posted.isOn("again"));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.refused(page(view, paper, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.revision.asked-done", locale));
        return back(view, number);
    }

    /** Takes back what the authors do not know of. */
    @PostMapping("/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView drop(
            @PathVariable String conference, @PathVariable int number, RedirectAttributes redirect, Locale locale) {
        var view = conferences.bySlug(conference);
        revising.drop(List.of(paper(view, number).id()));
        redirect.addFlashAttribute("flash", words.done("papers.revision.dropped", locale));
        return back(view, number);
    }

    /** The paper as it was before a revision. */
    @GetMapping("/{turn:\\d+}/file-before")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<Resource> before(@PathVariable String conference, @PathVariable int number, @PathVariable int turn) {
        var paper = paper(conferences.bySlug(conference), number);
        UUID file = revisions.of(paper.id()).stream()
                .filter(each -> each.turn() == turn)
                .findFirst()
                .map(Revision::fileBefore)
                .orElseThrow(() -> new Problem.NotFound("The file"));
        return kept.files().download(paper, file);
    }

    @Override
    public Optional<Line> of(Paper paper, Locale locale) {
        var newest = revisions.newest(paper.id());
        if (newest.isEmpty() && paper.status() != PaperStatus.SUBMITTED
                || kept.secrecy().isOwn(paper)) return Optional.empty();
        var key = newest.map(each -> "papers.revision.staff-" + each.standing()).orElse("papers.revision.staff-none");
        var link = newest.isEmpty() ? "papers.revision.ask" : "papers.revision.look";
        return Optional.of(new Line(words.text(key, locale), words.text(link, locale), "/revision"));
    }

    private ModelAndView page(ConferenceView conference, Paper paper, Posted form) {
        var all = revisions.of(paper.id());
        var isOpen = !all.isEmpty() && !all.getLast().isHandedIn();
        var isTold = isOpen && !all.getLast().isKeptBack();
        return new ModelAndView("papers/revision-staff")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("paper", SubmissionView.of(paper))
                .addObject("revisions", all.reversed())
                .addObject(
                        "until",
                        kept.windows().revision(conference).map(String::valueOf).orElse(null))
                .addObject("mayAsk", paper.status() == PaperStatus.SUBMITTED && !isTold)
                .addObject("keptBack", isOpen && !isTold)
                .addObject("form", form);
    }

    private Paper paper(ConferenceView conference, int number) {
        var paper =
                kept.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        kept.secrecy().check(paper);
        return paper;
    }

    private static ModelAndView back(ConferenceView conference, int number) {
        return new ModelAndView(
                "redirect:/manage/conferences/" + conference.slug() + "/papers/" + number + "/revision");
    }
}
