package org.plenary.papers.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.ReviewedPaper;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.committee.ReviewerDesks.Desk;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A reviewer's first page: what is to be done, and which papers they have. */
@Controller
@TenantHost
@Requires(Permission.PAPERS_REVIEW)
class ReviewDeskPages {
    private final ReviewerDesks desks;
    private final Given given;
    private final ReviewPlans plans;
    private final Calls calls;
    private final Clock clock;

    ReviewDeskPages(ReviewerDesks desks, Given given, ReviewPlans plans, Calls calls, Clock clock) {
        this.desks = desks;
        this.given = given;
        this.plans = plans;
        this.calls = calls;
        this.clock = clock;
    }

    /** The papers of a reviewer, without those that a conflict has closed since. */
    @Component
    record Given(Reviews reviews, Papers papers, Conflicts conflicts, ReviewDates dates) {
        List<Row> of(Desk desk, @Nullable Call call) {
            var own = reviews.ofReviewer(desk.reviewer().id());
            var known = papers.byIds(own.stream().map(Review::paper).toList()).stream()
                    .collect(Collectors.toMap(Paper::id, Function.identity()));
            var index = conflicts.index(desk.conference().id(), List.of(desk.reviewer()));
            var rows = new ArrayList<Row>();
            for (var review : own) {
                var paper = known.get(review.paper());
                if (paper == null
                        || paper.status() == PaperStatus.WITHDRAWN
                        || !index.of(paper).isEmpty()) continue;
                rows.add(new Row(ReviewedPaper.of(paper, call), review));
            }
            return rows;
        }

        /** When each review is due, as far as days are set. */
        Map<UUID, Deadline> dates(Desk desk, ReviewPlan plan, List<Row> rows) {
            var own = dates.of(rows.stream().map(row -> row.review().id()).toList());
            var all = new HashMap<UUID, Deadline>();
            for (var row : rows) {
                var id = row.review().id();
                var due = ReviewDates.due(desk.conference(), plan, own.get(id));
                if (due != null) all.put(id, due);
            }
            return all;
        }
    }

    record Row(ReviewedPaper paper, Review review) {}

    /** @param messageKey of what is to be done */
    record Todo(String messageKey, String path, boolean done) {}

    @GetMapping("/review/{conference}")
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var desk = desks.own(conference);
        var plan = plans.of(desk.conference().id());
        var rows = given.of(desk, calls.find(desk.conference().id()).orElse(null));
        var dates = given.dates(desk, plan, rows);
        return new ModelAndView("papers/review-desk")
                .addObject("slug", desk.conference().slug())
                .addObject("name", desk.conference().name().in(locale))
                .addObject("reviewer", desk.reviewer())
                .addObject("plan", plan)
                .addObject("todos", todos(desk, plan, rows))
                .addObject("given", rows)
                .addObject("dates", dates)
                .addObject("lateOnes", late(dates));
    }

    private Set<UUID> late(Map<UUID, Deadline> dates) {
        var now = clock.instant();
        return dates.entrySet().stream()
                .filter(each -> each.getValue().isPassed(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<Todo> todos(Desk desk, ReviewPlan plan, List<Row> rows) {
        var base = "/review/" + desk.conference().slug();
        var todos = new ArrayList<Todo>();
        todos.add(new Todo(
                "papers.desk.todo-profile", base + "/profile", desk.reviewer().isDescribed()));
        if (plan.takesBids(clock.instant())) todos.add(new Todo("papers.desk.todo-bids", base + "/bids", false));
        if (!rows.isEmpty())
            todos.add(new Todo(
                    "papers.desk.todo-reviews",
                    base + "#reviews",
                    rows.stream().allMatch(row -> row.review().isSubmitted())));
        return todos;
    }
}
