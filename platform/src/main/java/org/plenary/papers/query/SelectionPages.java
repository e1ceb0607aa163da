package org.plenary.papers.query;

import java.util.Comparator;
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
import org.plenary.papers.query.QueriedPapers.Found;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.plenary.papers.submission.SubmissionView;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers by a query, and what is done to all of them at once. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/selection")
class SelectionPages {
    private static final int PAGE = 50;

    private final ConferenceApi conferences;
    private final QueriedPapers queried;
    private final Selecting selecting;
    private final Showing showing;
    private final MessageSource messages;

    SelectionPages(
            ConferenceApi conferences,
            QueriedPapers queried,
            Selecting selecting,
            Showing showing,
            MessageSource messages) {
        this.conferences = conferences;
        this.queried = queried;
        this.selecting = selecting;
        this.showing = showing;
        this.messages = messages;
    }

    /** How they are shown. */
    @Component
    record Showing(Papers papers, StaffAuthors staff, PaperTags tags, PageErrors errors) {
        List<Row> rows(List<Found> found) {
            var ids = found.stream().map(Found::id).toList();
            var marks = tags.of(ids);
            return staff.seen(papers.byIds(ids)).stream()
                    .sorted(Comparator.comparing(Paper::number))
                    .map(paper -> new Row(SubmissionView.of(paper), marks.getOrDefault(paper.id(), List.of())))
                    .toList();
        }
    }

    record Row(SubmissionView paper, List<PaperTags.Tag> tags) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            return page(found, q, after);
        } catch (Problem.InvalidInput e) {
            return showing.errors().refused(empty(found, q), e, locale);
        }
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView act(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam String action,
            @RequestParam long seen,
            @RequestParam(required = false) @Nullable String tag,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            var done = selecting.act(found, q, action, tag, seen);
            var text = messages.getMessage("papers.selection.done", new Object[] {done}, locale);
            redirect.addFlashAttribute("flash", Flash.success(text));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = showing.errors().refused(page(found, q, 0), e, locale).addObject("tag", tag);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addAttribute("q", q);
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/selection");
    }

    private ModelAndView page(ConferenceView conference, String q, int after) {
        var found = queried.find(conference.id(), q, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return empty(conference, q)
                .addObject("found", showing.rows(shown))
                .addObject("count", queried.count(conference.id(), q))
                .addObject("after", after)
                .addObject(
                        "next",
                        found.size() > PAGE ? String.valueOf(shown.getLast().number()) : null);
    }

    private static ModelAndView empty(ConferenceView conference, String q) {
        return new ModelAndView("papers/selection", Map.of("found", List.<Row>of(), "count", 0L, "after", 0))
                .addObject("slug", conference.slug())
                .addObject("q", q)
                .addObject("most", Selecting.MOST);
    }
}
