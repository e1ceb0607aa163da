package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** The pairs that the solver may choose from, by paper: those with no obstacle and not pinned, or of many such pairs the best. */
final class Candidates {
    private final int[] begin;
    private final int[] reviewers;
    private final long[] scores;

    private Candidates(int[] begin, int[] reviewers, long[] scores) {
        this.begin = begin;
        this.reviewers = reviewers;
        this.scores = scores;
    }

    /**
     * How many are looked at.
     *
     * @param best pairs of each paper and of each reviewer
     * @param further pairs, of any worth, of the papers and reviewers named, which had too few
     */
    record Breadth(int best, int further, BitSet papers, BitSet reviewers) {
        static Breadth ofBest(int best) {
            return new Breadth(best, 0, new BitSet(), new BitSet());
        }
    }

    static Candidates all(KnownPairs pairs, AssignmentRun run) {
        var everybody = new BitSet();
        everybody.set(0, pairs.input().reviewers().size());
        return collect(pairs, _ -> everybody, run);
    }

    static Candidates of(KnownPairs pairs, Breadth breadth, AssignmentRun run) {
        var chosen = best(pairs, breadth.best());
        var papers = pairs.input().papers().size();
        var reviewers = pairs.input().reviewers().size();
        breadth.papers().stream().forEach(paper -> {
            var first = (int) ((long) paper * reviewers / papers);
            for (var i = 0; i < Math.min(breadth.further(), reviewers); i++) chosen[paper].set((first + i) % reviewers);
        });
        breadth.reviewers().stream().forEach(reviewer -> {
            var first = (int) ((long) reviewer * papers / reviewers);
            for (var i = 0; i < Math.min(breadth.further(), papers); i++) chosen[(first + i) % papers].set(reviewer);
        });
        return collect(pairs, paper -> chosen[paper], run);
    }

    /** By paper, who is among the best for it or has it among their best; and all that stands. */
    private static BitSet[] best(KnownPairs pairs, int most) {
        record Weighed(int paper, int reviewer, long total) {}
        var weighed = new ArrayList<Weighed>();
        var chosen = new BitSet[pairs.input().papers().size()];
        Arrays.setAll(chosen, _ -> new BitSet());
        pairs.forEach(pair -> {
            if (pair.stands()) chosen[pair.paper()].set(pair.reviewer());
            else if (pairs.obstacle(pair) == null)
                weighed.add(new Weighed(
                        pair.paper(), pair.reviewer(), pairs.score(pair).total()));
        });
        weighed.sort(Comparator.comparingLong(Weighed::total).reversed());
        List<ToIntFunction<Weighed>> sides = List.of(Weighed::paper, Weighed::reviewer);
        for (var side : sides) {
            var counts =
                    new int[Math.max(chosen.length, pairs.input().reviewers().size())];
            for (var pair : weighed)
                if (counts[side.applyAsInt(pair)]++ < most) chosen[pair.paper()].set(pair.reviewer());
        }
        return chosen;
    }

    private interface Choice {
        BitSet of(int paper);
    }

    private static Candidates collect(KnownPairs pairs, Choice choice, AssignmentRun run) {
        var papers = pairs.input().papers().size();
        var begin = new int[papers + 1];
        var reviewers = new int[Math.max(1, papers)];
        var scores = new long[reviewers.length];
        var count = 0;
        for (var paper = 0; paper < papers; paper++) {
            run.at(RunStage.CANDIDATES, (double) paper / papers);
            var among = choice.of(paper);
            for (var next = among.nextSetBit(0); next >= 0; next = among.nextSetBit(next + 1)) {
                var pair = pairs.of(paper, next);
                if (pair.hand() == Pairing.Hand.PINNED || pairs.obstacle(pair) != null) continue;
                if (count == reviewers.length) {
                    reviewers = Arrays.copyOf(reviewers, 2 * count);
                    scores = Arrays.copyOf(scores, 2 * count);
                }
                reviewers[count] = next;
                scores[count++] = pairs.score(pair).total();
            }
            begin[paper + 1] = count;
        }
        return new Candidates(begin, Arrays.copyOf(reviewers, count), Arrays.copyOf(scores, count));
    }

    int count() {
        return reviewers.length;
    }

    int papers() {
        return begin.length - 1;
    }

    /** Its first candidate; those of a paper follow one another up to the first of the next paper. */
    int first(int paper) {
        return begin[paper];
    }

    int afterLast(int paper) {
        return begin[paper + 1];
    }

    int paper(int candidate) {
        var found = Arrays.binarySearch(begin, candidate);
        // papers without candidates begin where the next one does
        if (found < 0) return -found - 2;
        while (found + 1 < begin.length && begin[found + 1] == candidate) found++;
        return found;
    }

    int reviewer(int candidate) {
        return reviewers[candidate];
    }

    long score(int candidate) {
        return scores[candidate];
    }
}
