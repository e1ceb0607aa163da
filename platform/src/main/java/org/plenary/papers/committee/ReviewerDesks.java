package org.plenary.papers.committee;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.StaffAuthors;
import org.springframework.stereotype.Component;

/** Who reviews is let in here: every page of reviewers asks first whose desk it is. */
@Component
public class ReviewerDesks {
    private final Reviewers reviewers;
    private final ConferenceApi conferences;
    private final StaffAuthors staff;
    private final Clock clock;

    ReviewerDesks(Reviewers reviewers, ConferenceApi conferences, StaffAuthors staff, Clock clock) {
        this.reviewers = reviewers;
        this.conferences = conferences;
        this.staff = staff;
        this.clock = clock;
    }

    /** What somebody reviews for, and as whom. */
    public record Desk(ConferenceView conference, Reviewer reviewer) {}

    /** @throws Problem.NotFound when whoever asks does not review here */
    public Desk own(String conference) {
        var found = conferences.bySlug(conference);
        var reviewer = account()
                .flatMap(account -> reviewers.byAccount(found.id(), account))
                .filter(Reviewer::isActive)
                .orElseThrow(() -> new Problem.NotFound("This page"));
        reviewers.seen(reviewer.id(), clock.instant());
        return new Desk(found, reviewer);
    }

    /** The conferences for which whoever asks reviews, the newest first. */
    List<ConferenceView> conferences() {
        return account().map(reviewers::conferencesOf).orElse(List.of()).stream()
                .map(conferences::byId)
                .toList();
    }

    /** The account of whoever asks, if somebody is signed in. */
    public Optional<UUID> account() {
        return staff.account();
    }

    /** All e-mail addresses of whoever asks, in lower case: a paper with one of them among its authors' is their own. */
    public Set<String> addresses() {
        return staff.addresses();
    }
}
