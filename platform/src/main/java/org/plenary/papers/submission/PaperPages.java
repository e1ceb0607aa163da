package org.plenary.papers.submission;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's papers: the list, one paper, the decision. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers")
class PaperPages {
    private final ConferenceApi conferences;
    private final Known known;
    private final Deciding deciding;
    private final PaperListParts parts;
    private final MessageSource messages;

    PaperPages(
            ConferenceApi conferences, Known known, Deciding deciding, PaperListParts parts, MessageSource messages) {
        this.conferences = conferences;
        this.known = known;
        this.deciding = deciding;
        this.parts = parts;
        this.messages = messages;
    }

    /** Papers as whoever looks may know them. */
    @Component("knownPapers")
    record Known(Papers papers, StaffAuthors staff) {
        List<Paper> papers(
                ConferenceView conference, @Nullable PaperStatus status, @Nullable String track, int after, int limit) {
            return staff.seen(papers.list(conference.id(), status, track, staff.addresses(), after, limit));
        }
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    String list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String track,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var view = conferences.bySlug(conference);
        var chosen = PaperStatus.wanted(status);
        var rows = known.papers(view, chosen, blankToNull(track), SubmissionsApi.cursor(after), Page.DEFAULT_LIMIT + 1);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, p -> String.valueOf(p.number()));
        parts.fill(model, view, chosen, blankToNull(track), locale);
        model.addAttribute("papers", page.map(SubmissionView::of).items());
        model.addAttribute("exports", parts.exports(view, chosen, track));
        model.addAttribute("first", after == null ? null : parts.address(view, chosen, track, null));
        model.addAttribute("next", page.next() == null ? null : parts.address(view, chosen, track, page.next()));
        return "papers/list";
    }

    @GetMapping("/{number:\\d+}")
    @Requires(Permission.PAPERS_READ)
    String show(@PathVariable String conference, @PathVariable int number, Locale locale, Model model) {
        var view = conferences.bySlug(conference);
        var paper = known.staff().seen(find(view, number));
        parts.fill(model, view, null, null, locale);
        model.addAttribute("paper", SubmissionView.of(paper));
        parts.describe(model, paper, locale);
        model.addAttribute("mayAccept", paper.status().mayBecome(PaperStatus.ACCEPTED));
        model.addAttribute("mayReject", paper.status().mayBecome(PaperStatus.REJECTED));
        model.addAttribute("mayReopen", paper.announced() == null && paper.isToBeAnnounced());
        model.addAttribute("isDecided", paper.status().decision() != null);
        model.addAttribute("isUnannounced", paper.isToBeAnnounced());
        return "papers/paper";
    }

    @PostMapping("/{number:\\d+}/decision")
    @Requires(Permission.PAPERS_WRITE)
    String decide(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam String decision,
            Locale locale,
            RedirectAttributes redirect) {
        var view = conferences.bySlug(conference);
        try {
            deciding.decide(find(view, number), decision);
            redirect.addFlashAttribute("flash", Flash.success(text("papers.paper.decided", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("papers.paper.not-decided", locale)));
        }
        return "redirect:/manage/conferences/" + view.slug() + "/papers/" + number;
    }

    private Paper find(ConferenceView conference, int number) {
        return known.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
