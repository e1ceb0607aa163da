package org.plenary.papers.matching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewSecrecy;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where chairs ask why somebody reviews a paper, or why not, and what it would cost otherwise. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/{number:\\d+}/why")
class ExplanationPages {
    private final ConferenceApi conferences;
    private final Known known;
    private final Explaining explaining;
    private final MatchQuestions questions;

    ExplanationPages(ConferenceApi conferences, Known known, Explaining explaining, MatchQuestions questions) {
        this.conferences = conferences;
        this.known = known;
        this.explaining = explaining;
        this.questions = questions;
    }

    /** What questions are about, and who must not ask. */
    @Component
    record Known(Papers papers, Reviewers reviewers, Reviews reviews, ReviewSecrecy secrecy) {}

    /** @param reviewer about whom is asked, or @param review by which they have the paper */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    String ask(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable UUID reviewer,
            @RequestParam(required = false) @Nullable UUID review) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var who = review == null
                ? Optional.ofNullable(reviewer)
                : known.reviews().of(paper.id()).stream()
                        .filter(each -> each.id().equals(review))
                        .map(Review::reviewer)
                        .findFirst();
        var one = who.flatMap(id -> known.reviewers().byId(found.id(), id))
                .orElseThrow(() -> new Problem.NotFound("This reviewer"));
        var question = explaining.ask(found, paper, one);
        return "redirect:/manage/conferences/" + found.slug() + "/papers/" + number + "/why/" + question;
    }

    @GetMapping("/{question}")
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable int number, @PathVariable UUID question) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var asked = questions
                .byId(question)
                .filter(each -> each.paper().equals(paper.id()))
                .orElseThrow(() -> new Problem.NotFound("This question"));
        var reviewer = known.reviewers().byId(found.id(), asked.reviewer()).orElse(null);
        return new ModelAndView("papers/why")
                .addObject("slug", found.slug())
                .addObject("number", paper.number())
                .addObject("paperTitle", paper.content().title())
                .addObject("reviewer", reviewer == null ? "" : reviewer.name())
                .addObject("reviewerId", asked.reviewer())
                .addObject("open", reviewer != null && reviewer.isActive() && paper.status() == PaperStatus.SUBMITTED)
                .addObject("question", asked)
                .addObject("otherwise", otherwise(found, asked));
    }

    /** Without pairs of papers that are the asker's own. */
    private MatchQuestion.@Nullable Otherwise otherwise(ConferenceView conference, MatchQuestion question) {
        if (question.answer() == null || question.answer().otherwise() == null) return null;
        var all = question.answer().otherwise();
        return new MatchQuestion.Otherwise(
                all.cost(), all.missing(), seen(conference, all.out()), seen(conference, all.in()));
    }

    private List<MatchQuestion.Pair> seen(ConferenceView conference, List<MatchQuestion.Pair> pairs) {
        var numbers = pairs.stream().map(MatchQuestion.Pair::paper).toList();
        var own = known.papers().byNumbers(conference.id(), numbers).stream()
                .filter(known.secrecy()::isOwn)
                .map(Paper::number)
                .toList();
        return pairs.stream().filter(pair -> !own.contains(pair.paper())).toList();
    }

    private Paper paper(ConferenceView conference, int number) {
        var paper =
                known.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        known.secrecy().check(paper);
        return paper;
    }
}
