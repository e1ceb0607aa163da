package org.plenary.papers.assignment;

import java.util.BitSet;
import org.plenary.papers.assignment.Candidates.Breadth;

/**
 * Finds who reviews what. It never fails for want of reviewers: what can't be had is told. The same input gives the same assignment.
 *
 * {@snippet :
 * var input = new AssignmentInput(papers, reviewers, pairings, Weights.usual(), new Cap(0.9, seed));
 * var assignment = AssigningReviewers.assign(input, new AssignmentRun((stage, part) -> job.at(stage, part)));
 * for (var pair : assignment.assigned()) store(papers.get(pair.paper()), reviewers.get(pair.reviewer()), pair.score());
 * }
 */
public final class AssigningReviewers {
    /** Up to so many pairs in all are each looked at, and what is found is the best there is. */
    private static final long FEW = 100_000;

    private static final int BEST = 40;
    private static final int FURTHER = 200;

    private final KnownPairs pairs;
    private final Origins origins;
    private final AssignmentRun run;

    private AssigningReviewers(AssignmentInput input, AssignmentRun run) {
        pairs = new KnownPairs(input);
        origins = new Origins(input.reviewers());
        this.run = run;
    }

    /** @throws java.util.concurrent.CancellationException when the run was cancelled or its thread interrupted */
    public static Assignment assign(AssignmentInput input, AssignmentRun run) {
        var size = (long) input.papers().size() * input.reviewers().size();
        var assigning = new AssigningReviewers(input, run);
        var assignment = size <= FEW ? assigning.amongAll() : assigning.amongBest();
        run.at(RunStage.DONE, 1);
        return assignment;
    }

    /** As {@link #assign} with fewer candidates than fit, for tests of what happens then. */
    static Assignment assignAmongBest(AssignmentInput input, int best, int further) {
        return new AssigningReviewers(input, AssignmentRun.unwatched()).amongBest(best, further);
    }

    private Assignment amongAll() {
        return among(Candidates.all(pairs, run));
    }

    private Assignment amongBest() {
        return amongBest(BEST, FURTHER);
    }

    /** The few candidates may leave a paper without reviewers while there are some: then others are looked at too. */
    private Assignment amongBest(int best, int further) {
        var found = among(Candidates.of(pairs, Breadth.ofBest(best), run));
        if (lacksMoreThanItMust(found)) found = better(found, new Breadth(best, further, lacking(found), below(found)));
        if (lacksMoreThanItMust(found)) found = better(found, new Breadth(best, further, everyPaper(), below(found)));
        return found;
    }

    private Assignment better(Assignment found, Breadth breadth) {
        var other = among(Candidates.of(pairs, breadth, run));
        return other.quality().compareTo(found.quality()) < 0 ? other : found;
    }

    private boolean lacksMoreThanItMust(Assignment found) {
        var reviewers = pairs.input().reviewers();
        var quality = found.quality();
        var asked = quality.reviews() + quality.missing();
        var offered = reviewers.stream().mapToLong(AvailableReviewer::most).sum()
                + found.aboveMost().stream()
                        .mapToLong(Assignment.OffLoad::papers)
                        .sum();
        var least = reviewers.stream().mapToLong(AvailableReviewer::least).sum();
        return quality.missing() > Math.max(0, asked - offered) || quality.belowLeast() > Math.max(0, least - asked);
    }

    private static BitSet lacking(Assignment found) {
        var papers = new BitSet();
        found.shortages().forEach(shortage -> papers.set(shortage.paper()));
        return papers;
    }

    private static BitSet below(Assignment found) {
        var reviewers = new BitSet();
        found.belowLeast().forEach(below -> reviewers.set(below.reviewer()));
        return reviewers;
    }

    private BitSet everyPaper() {
        var papers = new BitSet();
        papers.set(0, pairs.input().papers().size());
        return papers;
    }

    private Assignment among(Candidates candidates) {
        var first = solve(candidates, Taken.nothing());
        var best = first;
        if (first.bound() > first.quality().value()) {
            var taken = Taken.by(first.all(), pairs.input().reviewers(), origins);
            var second = solve(candidates, taken);
            if (second.quality().compareTo(first.quality()) < 0) best = second;
        }
        return new Assignment(pairs, best, first.bound());
    }

    private Solved solve(Candidates candidates, Taken taken) {
        run.at(RunStage.SOLVING, 0);
        var network = new Network(pairs, candidates, origins, taken);
        var solved = new Solved(pairs, network, Flow.cheapest(network, run));
        run.at(RunStage.SOLVING, 1);
        return solved;
    }
}
