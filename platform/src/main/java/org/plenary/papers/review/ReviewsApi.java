package org.plenary.papers.review;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Paper;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reviews of a paper, for programs of the organizers: with names, as the chairs see them. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/submissions/{number}/reviews")
class ReviewsApi {
    private final ConferenceApi conferences;
    private final PaperReviewsPages.Doing doing;
    private final PaperTalk talk;
    private final PossibleReviewers candidates;

    ReviewsApi(ConferenceApi conferences, PaperReviewsPages.Doing doing, PaperTalk talk, PossibleReviewers candidates) {
        this.conferences = conferences;
        this.doing = doing;
        this.talk = talk;
        this.candidates = candidates;
    }

    record Giving(@Nullable UUID reviewer) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    List<PaperTalk.Shown> list(@PathVariable String conference, @PathVariable int number) {
        return talk.forChairs(paper(conferences.bySlug(conference), number).id(), Locale.ENGLISH)
                .reviews();
    }

    /** Gives the paper to a reviewer, who gets a mail. */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    PaperTalk.Shown give(@PathVariable String conference, @PathVariable int number, @RequestBody Giving giving) {
        var found = conferences.bySlug(conference);
        var paper = paper(found, number);
        var reviewer = giving.reviewer();
        if (reviewer == null) throw new Problem.InvalidInput("/reviewer", "required", "This is required.");
        var review = doing.assigning().give(found, paper, candidates.require(found, reviewer));
        return talk.forChairs(paper.id(), Locale.ENGLISH).reviews().stream()
                .filter(shown -> shown.id().equals(review.id()))
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/{review}")
    @Requires(Permission.PAPERS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String conference, @PathVariable int number, @PathVariable UUID review) {
        var found = conferences.bySlug(conference);
        var taken = candidates.review(paper(found, number), review);
        doing.assigning().take(candidates.require(found, taken.reviewer()), taken);
    }

    private Paper paper(ConferenceView conference, int number) {
        var paper =
                doing.papers().byNumber(conference.id(), number).orElseThrow(() -> new Problem.NotFound("The paper"));
        doing.secrecy().check(paper);
        return paper;
    }
}
