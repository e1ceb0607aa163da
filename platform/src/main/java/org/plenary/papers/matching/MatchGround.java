package org.plenary.papers.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.assignment.Affinity;
import org.plenary.papers.assignment.AssignmentInput;
import org.plenary.papers.assignment.AssignmentRun;
import org.plenary.papers.assignment.AvailableReviewer;
import org.plenary.papers.assignment.Pairing;
import org.plenary.papers.assignment.PaperText;
import org.plenary.papers.assignment.PaperToReview;
import org.plenary.papers.bidding.Bids;
import org.plenary.papers.committee.Conflicts;
import org.plenary.papers.committee.Expertise;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;

/** Gathers what a run goes by: papers, reviewers, what they have written, bids, conflicts, and what is given already. */
@Component
class MatchGround {
    /** Kept of each paper and of each reviewer. */
    private static final int NEAREST = 60;

    private static final int PAGE = 500;
    private static final int EXPERT = 2;
    private static final int INTERESTED = 1;
    private static final int AVOID = -2;

    private final Papers papers;
    private final Reviewers reviewers;
    private final Reviews reviews;
    private final Bids bids;
    private final Conflicts conflicts;

    MatchGround(Papers papers, Reviewers reviewers, Reviews reviews, Bids bids, Conflicts conflicts) {
        this.papers = papers;
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.bids = bids;
        this.conflicts = conflicts;
    }

    /** Papers and reviewers stand at the same places as in the input. */
    record Ground(List<Paper> papers, List<Reviewer> reviewers, AssignmentInput input) {
        /** Whether the reviewer has the paper, or is proposed for it. */
        boolean stands(int paper, int reviewer) {
            return input.pairings().stream()
                    .anyMatch(pair -> pair.paper() == paper && pair.reviewer() == reviewer && pair.stands());
        }
    }

    /**
     * For a new assignment: what was given stays, what was given back does not come again, what was only proposed is changed as little as
     * is asked. Texts are compared for a while, and no connection is held meanwhile.
     *
     * @throws java.util.concurrent.CancellationException when the run is to end
     */
    Ground gather(UUID conference, int round, int perPaper, MatchSettings settings, AssignmentRun run) {
        return gather(
                conference,
                perPaper,
                settings,
                run,
                reviews.ofConference(conference, round),
                (pair, review) -> asItStands(pair, review, settings.keep()));
    }

    /** For a question: what was given or proposed stands, and can be decided otherwise. */
    Ground gatherOpen(UUID conference, int round, int perPaper, MatchSettings settings, AssignmentRun run) {
        return gather(
                conference,
                perPaper,
                settings,
                run,
                reviews.ofConference(conference, round),
                (pair, review) -> review.standing() == Review.Standing.RETURNED ? pair.forbidden() : pair.standing());
    }

    private Ground gather(
            UUID conference,
            int perPaper,
            MatchSettings settings,
            AssignmentRun run,
            List<Review> given,
            BiFunction<Pairing, Review, Pairing> standing) {
        var all = papers(conference);
        var people = reviewers.active(conference);
        var places = new Places(all, people);
        for (var near : Affinity.of(texts(all), people.stream().map(Works::of).toList(), NEAREST, run))
            places.add(Pairing.of(near.paper(), near.reviewer(), near.value()));
        for (var bid : bids.ofConference(conference)) {
            var pair = places.of(bid.paper(), bid.reviewer());
            if (pair != null) places.add(pair.withBid(bid.bid().weight()));
        }
        for (var review : given) {
            var pair = places.of(review.paper(), review.reviewer());
            if (pair != null) places.add(standing.apply(pair, review));
        }
        var index = conflicts.index(conference, people);
        for (var paper : all) {
            for (var reviewer : index.of(paper).keySet()) {
                var pair = places.of(paper.id(), reviewer);
                if (pair != null) places.add(pair.inConflict());
            }
        }
        var input = new AssignmentInput(
                all.stream().map(paper -> toReview(paper, perPaper)).toList(),
                people.stream().map(MatchGround::available).toList(),
                places.pairings(),
                settings.weights(),
                settings.cap());
        return new Ground(all, people, input);
    }

    private static Pairing asItStands(Pairing pair, Review review, boolean keep) {
        return switch (review.standing()) {
            case GIVEN, BEGUN, SUBMITTED -> pair.pinned();
            case RETURNED -> pair.forbidden();
            case PROPOSED -> keep ? pair.standing() : pair;
        };
    }

    private List<Paper> papers(UUID conference) {
        var all = new ArrayList<Paper>();
        List<Paper> page;
        var after = 0;
        do {
            page = papers.undecided(conference, Set.of(), after, PAGE);
            all.addAll(page);
            if (!page.isEmpty()) after = page.getLast().number();
        } while (page.size() == PAGE);
        return all;
    }

    private static List<PaperText> texts(List<Paper> papers) {
        return papers.stream()
                .map(paper ->
                        new PaperText(paper.content().title(), paper.content().summary()))
                .toList();
    }

    private static PaperToReview toReview(Paper paper, int perPaper) {
        return new PaperToReview(
                paper.id(),
                perPaper,
                Objects.requireNonNullElse(paper.content().track(), ""),
                new HashSet<>(paper.content().topics()));
    }

    private static AvailableReviewer available(Reviewer reviewer) {
        var expertise = new HashMap<String, Integer>();
        reviewer.profile().topics().forEach((topic, how) -> expertise.put(topic, level(how)));
        var most = reviewer.capacity();
        return new AvailableReviewer(
                reviewer.id(),
                Math.min(reviewer.seat().least(), most),
                most,
                reviewer.seat().senior(),
                Objects.requireNonNullElse(reviewer.profile().country(), ""),
                Objects.requireNonNullElse(reviewer.profile().affiliation(), ""),
                new HashSet<>(reviewer.seat().tracks()),
                expertise);
    }

    private static int level(Expertise expertise) {
        return switch (expertise) {
            case EXPERT -> EXPERT;
            case INTERESTED -> INTERESTED;
            case AVOID -> AVOID;
        };
    }

    /** What is known of pairs so far, by the places of both. */
    private static final class Places {
        private final Map<UUID, Integer> papers = new HashMap<>();
        private final Map<UUID, Integer> reviewers = new HashMap<>();
        private final Map<Long, Pairing> known = new HashMap<>();

        Places(List<Paper> papers, List<Reviewer> reviewers) {
            for (var i = 0; i < papers.size(); i++)
                this.papers.put(papers.get(i).id(), i);
            for (var i = 0; i < reviewers.size(); i++)
                this.reviewers.put(reviewers.get(i).id(), i);
        }

        /** Null for a paper or a reviewer that does not take part. */
        @Nullable
        Pairing of(UUID paper, UUID reviewer) {
            var first = papers.get(paper);
            var second = reviewers.get(reviewer);
            if (first == null || second == null) return null;
            return known.getOrDefault(key(first, second), Pairing.of(first, second, 0));
        }

        void add(Pairing pair) {
            known.put(key(pair.paper(), pair.reviewer()), pair);
        }

        List<Pairing> pairings() {
            return List.copyOf(known.values());
        }

        private static long key(int paper, int reviewer) {
            return (long) paper << Integer.SIZE | reviewer;
        }
    }
}
