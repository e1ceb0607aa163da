package org.plenary.papers.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every pair of a paper and a reviewer: found fast, weighed, and held against what forbids it. */
final class KnownPairs {
    private final AssignmentInput input;
    private final Pairing[] sorted;
    /** Where each paper's pairs begin; one more at the end. */
    private final int[] begin;

    KnownPairs(AssignmentInput input) {
        this.input = input;
        sorted = input.pairings().toArray(Pairing[]::new);
        Arrays.sort(sorted, Comparator.comparingInt(Pairing::paper).thenComparingInt(Pairing::reviewer));
        begin = new int[input.papers().size() + 1];
        for (var i = 0; i < sorted.length; i++) {
            var pair = sorted[i];
            if (pair.paper() < 0
                    || pair.paper() >= input.papers().size()
                    || pair.reviewer() < 0
                    || pair.reviewer() >= input.reviewers().size())
                throw new IllegalArgumentException("No such paper or reviewer: " + pair);
            if (i > 0 && sorted[i - 1].paper() == pair.paper() && sorted[i - 1].reviewer() == pair.reviewer())
                throw new IllegalArgumentException("The same pair twice: " + pair);
            begin[pair.paper() + 1]++;
        }
        for (var paper = 0; paper < input.papers().size(); paper++) begin[paper + 1] += begin[paper];
    }

    AssignmentInput input() {
        return input;
    }

    Pairing of(int paper, int reviewer) {
        var low = begin[paper];
        var high = begin[paper + 1] - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var found = sorted[middle].reviewer();
            if (found == reviewer) return sorted[middle];
            if (found < reviewer) low = middle + 1;
            else high = middle - 1;
        }
        return Pairing.of(paper, reviewer, 0);
    }

    /** By paper, then by reviewer. */
    void forEach(Consumer<Pairing> visitor) {
        for (var pair : sorted) visitor.accept(pair);
    }

    /** In conflict or not. */
    List<Pairing> with(Pairing.Hand hand) {
        return Arrays.stream(sorted).filter(pair -> pair.hand() == hand).toList();
    }

    List<Pairing> pinned() {
        return Arrays.stream(sorted).filter(Pairing::isPinned).toList();
    }

    Score score(Pairing pair) {
        var weights = input.weights();
        var bid = pair.bid();
        return new Score(
                Math.round(weights.affinity() * pair.affinity()),
                bid == null ? 0 : (long) weights.bid() * bid,
                Math.round(weights.topics() * expertise(pair)),
                pair.stands() ? weights.stability() : 0);
    }

    /** −1 to 1: the mean of the paper's topics. */
    private double expertise(Pairing pair) {
        var topics = input.papers().get(pair.paper()).topics();
        var expertise = input.reviewers().get(pair.reviewer()).expertise();
        if (topics.isEmpty() || expertise.isEmpty()) return 0;
        var sum = 0;
        for (var topic : topics) sum += expertise.getOrDefault(topic, 0);
        return (double) sum / topics.size() / AvailableReviewer.EXPERT;
    }

    /** Why it can't be assigned, whatever else is; a pinned pair is above all of it but a conflict. */
    @Nullable
    Verdict obstacle(Pairing pair) {
        if (pair.conflict()) return Verdict.CONFLICT;
        if (pair.hand() == Pairing.Hand.FORBIDDEN) return Verdict.FORBIDDEN;
        if (pair.hand() == Pairing.Hand.PINNED) return null;
        var paper = input.papers().get(pair.paper());
        var reviewer = input.reviewers().get(pair.reviewer());
        if (reviewer.most() == 0) return Verdict.NO_PAPERS;
        if (!reviewer.reviewsFor(paper.track())) return Verdict.OTHER_TRACK;
        // what stands was drawn when it was assigned
        if (!pair.stands() && input.cap().drawsOut(paper.id(), reviewer.id())) return Verdict.DRAWN_OUT;
        return null;
    }
}
