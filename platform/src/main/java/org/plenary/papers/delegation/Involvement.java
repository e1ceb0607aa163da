package org.plenary.papers.delegation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.OutsidePeople;
import org.plenary.kernel.Ids;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Profile;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.committee.Seat;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** Whether somebody from outside has to do with a paper, found by the same ways as for reviewers. */
@Component
class Involvement {
    private final Reviewers reviewers;
    private final Reviews reviews;
    private final Conflicts conflicts;
    private final OutsidePeople people;
    private final Clock clock;

    Involvement(Reviewers reviewers, Reviews reviews, Conflicts conflicts, OutsidePeople people, Clock clock) {
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.people = people;
        this.clock = clock;
    }

    /** Somebody as they were named. @param email in lower case */
    record Somebody(String name, String email, @Nullable String affiliation) {}

    /**
     * What speaks against them, as ends of message keys: {@code reviewer} for who has the paper, else the kinds of conflicts. Only chairs
     * may read it: to others it would say who the authors and the reviewers are.
     */
    List<String> of(Paper paper, Somebody who) {
        var known = member(paper.conference(), who.email());
        var all = new ArrayList<Reviewer>();
        all.add(asReviewer(paper.conference(), who));
        known.ifPresent(all::add);
        var found = new ArrayList<String>();
        if (known.isPresent()
                && reviews.of(paper.id()).stream()
                        .map(Review::reviewer)
                        .anyMatch(known.get().id()::equals)) found.add("reviewer");
        conflicts.of(paper, all).values().stream()
                .flatMap(List::stream)
                .map(reason -> reason.kind().messageKey())
                .distinct()
                .forEach(found::add);
        return found;
    }

    /** A member of the committee by any address of theirs: what they declared, and what the chairs ruled, counts here too. */
    private Optional<Reviewer> member(UUID conference, String email) {
        var active = reviewers.active(conference);
        var addresses = people.addresses(
                active.stream().map(Reviewer::account).filter(Objects::nonNull).toList());
        return active.stream()
                .filter(one -> one.email().equals(email)
                        || one.account() != null
                                && addresses
                                        .getOrDefault(one.account(), Set.of())
                                        .contains(email))
                .findFirst();
    }

    private Reviewer asReviewer(UUID conference, Somebody who) {
        var profile = new Profile(
                who.affiliation(),
                null,
                Profile.UNKNOWN.topics(),
                Profile.UNKNOWN.works(),
                Profile.UNKNOWN.conflicts(),
                null,
                null);
        return new Reviewer(
                Ids.next(),
                conference,
                null,
                who.email(),
                who.name(),
                Locale.ENGLISH,
                new Seat(false, List.of(), 0, 0),
                profile,
                Reviewer.Standing.ASKED,
                null,
                clock.instant(),
                null,
                1);
    }
}
