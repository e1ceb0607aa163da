package org.plenary.papers.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.papers.bidding.Bid;
import org.plenary.papers.bidding.Bids;
import org.plenary.papers.committee.ConflictReason;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Expertise;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** Who could review a paper, and why somebody could not. */
@Component
public class PossibleReviewers {
    private static final int SHOWN = 30;

    private final Reviewers reviewers;
    private final Reviews reviews;
    private final Conflicts conflicts;
    private final Bids bids;
    private final ReviewPlans plans;

    PossibleReviewers(Reviewers reviewers, Reviews reviews, Conflicts conflicts, Bids bids, ReviewPlans plans) {
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.bids = bids;
        this.plans = plans;
    }

    /**
     * @param bid null for none
     * @param expert topics of the paper that they know well, @param interested that they would read, @param avoided that they would not
     * @param load papers they have, of {@code capacity}
     * @param conflicts what speaks against them; empty when nothing does
     */
    public record Candidate(
            UUID id,
            String name,
            @Nullable String affiliation,
            @Nullable Bid bid,
            long expert,
            long interested,
            long avoided,
            int load,
            int capacity,
            boolean covers,
            List<ConflictReason> conflicts) {
        public boolean isFree() {
            return conflicts.isEmpty();
        }

        /** By which the best are shown first. */
        public int fit() {
            var wish = bid == null ? 0 : bid.weight() * 10;
            return wish
                    + (int) (expert * 4 + interested * 2 - avoided * 8)
                    + (covers ? 5 : 0)
                    + (load < capacity ? 3 : -3);
        }
    }

    /** @param free the fittest first, @param closed those with a conflict, @param more how many are not shown */
    record Found(List<Candidate> free, List<Candidate> closed, int more) {}

    /**
     * Who reviews and does not have the paper; of many the best.
     *
     * @param name a part of the names to look for; blank for all
     */
    Found of(ConferenceView conference, Paper paper, String name) {
        var round = plans.of(conference.id()).round();
        var have = reviews.of(paper.id()).stream()
                .filter(review -> review.round() == round && review.standing() != Review.Standing.RETURNED)
                .map(Review::reviewer)
                .collect(Collectors.toSet());
        var all = reviewers.active(conference.id());
        var found = conflicts.of(paper, all);
        var wishes = bids.of(paper.id());
        var loads = loads(conference, round);
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        var some = all.stream()
                .filter(reviewer -> !have.contains(reviewer.id()))
                .filter(reviewer -> reviewer.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(reviewer -> candidate(
                        reviewer,
                        paper,
                        wishes.get(reviewer.id()),
                        loads.getOrDefault(reviewer.id(), 0),
                        found.getOrDefault(reviewer.id(), List.of())))
                .sorted(Comparator.comparing(Candidate::fit, Comparator.reverseOrder())
                        .thenComparing(Candidate::name))
                .collect(Collectors.partitioningBy(Candidate::isFree));
        var free = first(some.getOrDefault(true, List.of()));
        var closed = first(some.getOrDefault(false, List.of()));
        var shown = free.size() + closed.size();
        return new Found(
                free, closed, some.values().stream().mapToInt(List::size).sum() - shown);
    }

    /** Those of some reviewers who can take the paper and do not have it, whatever else they have; the fittest first. */
    public List<Candidate> among(ConferenceView conference, Paper paper, Collection<Reviewer> some) {
        var given = reviews.of(paper.id());
        var newest = given.stream().mapToInt(Review::round).max().orElse(0);
        var round = Math.max(plans.of(conference.id()).round(), newest);
        var have = given.stream()
                .filter(review -> review.round() == round)
                .map(Review::reviewer)
                .collect(Collectors.toSet());
        var found = conflicts.of(paper, some);
        var wishes = bids.of(paper.id());
        return some.stream()
                .filter(reviewer -> !have.contains(reviewer.id()) && !found.containsKey(reviewer.id()))
                .map(reviewer -> candidate(reviewer, paper, wishes.get(reviewer.id()), 0, List.of()))
                .sorted(Comparator.comparing(Candidate::fit, Comparator.reverseOrder())
                        .thenComparing(Candidate::name))
                .toList();
    }

    private static List<Candidate> first(List<Candidate> all) {
        return all.stream().limit(SHOWN).toList();
    }

    ReviewPlan plan(ConferenceView conference) {
        return plans.of(conference.id());
    }

    Reviewer require(ConferenceView conference, UUID reviewer) {
        return reviewers.byId(conference.id(), reviewer).orElseThrow(() -> new Problem.NotFound("The reviewer"));
    }

    Review review(Paper paper, UUID review) {
        return reviews.byId(review)
                .filter(found -> found.paper().equals(paper.id()))
                .orElseThrow(() -> new Problem.NotFound("The review"));
    }

    private Map<UUID, Integer> loads(ConferenceView conference, int round) {
        var loads = new HashMap<UUID, Integer>();
        for (var review : reviews.ofConference(conference.id(), round))
            if (review.isWithReviewer()) loads.merge(review.reviewer(), 1, Integer::sum);
        return loads;
    }

    private static Candidate candidate(
            Reviewer reviewer, Paper paper, @Nullable Bid bid, int load, List<ConflictReason> conflicts) {
        var topics = paper.content().topics().stream()
                .map(topic -> reviewer.profile().topics().get(topic))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return new Candidate(
                reviewer.id(),
                reviewer.name(),
                reviewer.profile().affiliation(),
                bid,
                topics.getOrDefault(Expertise.EXPERT, 0L),
                topics.getOrDefault(Expertise.INTERESTED, 0L),
                topics.getOrDefault(Expertise.AVOID, 0L),
                load,
                reviewer.capacity(),
                reviewer.seat().covers(paper.content().track()),
                conflicts);
    }
}
