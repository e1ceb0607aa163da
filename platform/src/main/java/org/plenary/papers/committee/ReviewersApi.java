package org.plenary.papers.committee;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.papers.committee.ReviewerInput.SeatInput;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who reviews, for programs of the organizers. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/reviewers")
class ReviewersApi {
    private final ConferenceApi conferences;
    private final Reviewers reviewers;
    private final Committee committee;

    ReviewersApi(ConferenceApi conferences, Reviewers reviewers, Committee committee) {
        this.conferences = conferences;
        this.reviewers = reviewers;
        this.committee = committee;
    }

    /** @param language in which they are written to, {@code en} or {@code zh-CN} */
    record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String affiliation,
            @Nullable String language,
            @Nullable Boolean senior,
            @Nullable List<@Nullable String> tracks,
            @Nullable Integer least,
            @Nullable Integer most) {
        ReviewerInput input() {
            return new ReviewerInput(
                    name,
                    email,
                    affiliation,
                    Languages.nearest(language == null ? "" : language),
                    new SeatInput(senior, tracks, least, most));
        }
    }

    record Asking(@Nullable List<@Nullable Person> reviewers) {}

    /** @param alreadyThere how many were asked before, or review already */
    record Done(int asked, @JsonProperty("already_there") int alreadyThere) {}

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    Page<ReviewerView> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = Page.limit(limit);
        var wanted = CommitteeWords.standing(status);
        var rows = reviewers.list(conferences.bySlug(conference).id(), wanted, after, most + 1);
        return Page.of(rows, most, reviewer -> reviewer.id().toString()).map(ReviewerView::of);
    }

    @GetMapping("/{reviewer}")
    @Requires(Permission.PAPERS_READ)
    ReviewerView one(@PathVariable String conference, @PathVariable UUID reviewer) {
        return ReviewerView.of(find(conference, reviewer));
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Done ask(@PathVariable String conference, @RequestBody Asking asking) {
        var people = Optional.ofNullable(asking.reviewers()).orElse(List.of()).stream()
                .map(person -> person == null ? new Person(null, null, null, null, null, null, null, null) : person)
                .map(Person::input)
                .toList();
        var asked = committee.ask(conferences.bySlug(conference), people);
        return new Done(asked.asked(), asked.there());
    }

    @PutMapping("/{reviewer}")
    @Requires(Permission.PAPERS_WRITE)
    ReviewerView place(@PathVariable String conference, @PathVariable UUID reviewer, @RequestBody SeatInput seat) {
        return ReviewerView.of(committee.place(conferences.bySlug(conference), find(conference, reviewer), seat));
    }

    @DeleteMapping("/{reviewer}")
    @Requires(Permission.PAPERS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String conference, @PathVariable UUID reviewer) {
        committee.remove(conferences.bySlug(conference), find(conference, reviewer));
    }

    private Reviewer find(String conference, UUID reviewer) {
        return reviewers
                .byId(conferences.bySlug(conference).id(), reviewer)
                .orElseThrow(() -> new Problem.NotFound("The reviewer"));
    }
}
