package org.plenary.papers.query;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.papers.query.QueriedPapers.Found;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.plenary.papers.submission.SubmissionView;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a query for programs, in the same words as on the page. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/submissions:query")
class QueryApi {
    private final ConferenceApi conferences;
    private final QueriedPapers queried;
    private final Papers papers;
    private final StaffAuthors staff;

    QueryApi(ConferenceApi conferences, QueriedPapers queried, Papers papers, StaffAuthors staff) {
        this.conferences = conferences;
        this.queried = queried;
        this.papers = papers;
        this.staff = staff;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    Page<SubmissionView> list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var size = Page.limit(limit);
        var found = queried.find(conferences.bySlug(conference).id(), q, cursor(after), size + 1);
        var rows = papers.byIds(found.stream().map(Found::id).toList()).stream()
                .sorted(Comparator.comparing(Paper::number))
                .toList();
        return Page.of(staff.seen(rows), size, paper -> String.valueOf(paper.number()))
                .map(SubmissionView::of);
    }

    private static int cursor(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }
}
