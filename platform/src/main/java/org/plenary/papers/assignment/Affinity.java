package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * How near a paper is to what a reviewer has written, told from titles and abstracts: {@code deploy/docs/assignment.md} says how, and how
 * well.
 *
 * @param value 0 to 1, where 1 is as near as the best reviewer of a usual paper of this conference is, or nearer
 */
public record Affinity(int paper, int reviewer, double value) {
    /**
     * Of each paper and each reviewer the nearest; all others count as not near. By paper, then by reviewer.
     *
     * @param reviewers what each of them has written, nothing where that is not known
     * @param few how many are kept of each paper, and of each reviewer
     */
    public static List<Affinity> of(
            List<PaperText> papers, List<List<PaperText>> reviewers, int few, AssignmentRun run) {
        run.at(RunStage.AFFINITY, 0);
        var index = new TextIndex(
                papers, () -> reviewers.stream().flatMap(List::stream).iterator());
        var ofPapers = new BestFew[papers.size()];
        Arrays.setAll(ofPapers, _ -> new BestFew(few));
        var found = new HashMap<Long, Affinity>();
        for (var reviewer = 0; reviewer < reviewers.size(); reviewer++) {
            run.at(RunStage.AFFINITY, (double) reviewer / reviewers.size());
            if (reviewers.get(reviewer).isEmpty()) continue;
            var nearness = index.nearness(reviewers.get(reviewer));
            var own = new BestFew(few);
            for (var paper = 0; paper < nearness.length; paper++) {
                if (nearness[paper] <= 0) continue;
                own.offer(paper, nearness[paper]);
                ofPapers[paper].offer(reviewer, nearness[paper]);
            }
            for (var i = 0; i < own.count(); i++) put(found, own.number(i), reviewer, own.value(i));
        }
        for (var paper = 0; paper < ofPapers.length; paper++)
            for (var i = 0; i < ofPapers[paper].count(); i++)
                put(found, paper, ofPapers[paper].number(i), ofPapers[paper].value(i));
        return scaled(found.values(), ofPapers);
    }

    private static void put(HashMap<Long, Affinity> found, int paper, int reviewer, float value) {
        found.put((long) paper << Integer.SIZE | reviewer, new Affinity(paper, reviewer, value));
    }

    /** Cosines of abstracts are small and differ from field to field; bids and topics are weighed against them. */
    private static List<Affinity> scaled(Iterable<Affinity> found, BestFew[] ofPapers) {
        var best = new double[ofPapers.length];
        Arrays.setAll(best, paper -> ofPapers[paper].highest());
        Arrays.sort(best);
        var usual = best.length == 0 || best[best.length / 2] == 0 ? 1 : best[best.length / 2];
        var scaled = new ArrayList<Affinity>();
        for (var one : found) scaled.add(new Affinity(one.paper(), one.reviewer(), Math.min(1, one.value() / usual)));
        scaled.sort(Comparator.comparingInt(Affinity::paper).thenComparingInt(Affinity::reviewer));
        return List.copyOf(scaled);
    }
}
