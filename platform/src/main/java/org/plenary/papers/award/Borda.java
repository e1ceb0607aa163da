package org.plenary.papers.award;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A count of ranks after Borda: of n nominees the first of a ballot gets n − 1 points, the second n − 2 and so on; what is not ranked
 * gets none. Papers are compared by the mean over the ballots of those who could rank them, so that a juror's conflict of interest costs
 * a paper nothing. Equal means are a tie, which no rule breaks: people do.
 */
record Borda(List<Standing> standings) {
    /**
     * @param ballots of those who could rank it
     * @param place from 1; the same for equal means
     */
    record Standing(UUID paper, int points, int ballots, int place) {
        /** Of the points, by ballot; 0 when nobody could rank it. */
        public double mean() {
            return ballots == 0 ? 0 : (double) points / ballots;
        }
    }

    /** By whole numbers, for fractions that are equal are to be equal. */
    private static final Comparator<Standing> BEST = (a, b) ->
            Long.compare((long) b.points() * Math.max(1, a.ballots()), (long) a.points() * Math.max(1, b.ballots()));

    /**
     * @param nominees that can win; others in a ballot are passed over, and those after them move up
     */
    static Borda of(Collection<UUID> nominees, Collection<Ballot> ballots) {
        var counted = new ArrayList<Standing>();
        for (var paper : nominees) {
            var points = 0;
            var voters = 0;
            for (var ballot : ballots) {
                if (!ballot.offered().contains(paper)) continue;
                voters++;
                var rank = ballot.ranking().stream()
                        .filter(each ->
                                nominees.contains(each) && ballot.offered().contains(each))
                        .toList()
                        .indexOf(paper);
                if (rank >= 0) points += nominees.size() - 1 - rank;
            }
            counted.add(new Standing(paper, points, voters, 0));
        }
        counted.sort(BEST);
        var placed = new ArrayList<Standing>();
        for (var each : counted) {
            var isLevel = !placed.isEmpty() && BEST.compare(placed.getLast(), each) == 0;
            var place = isLevel ? placed.getLast().place() : placed.size() + 1;
            placed.add(new Standing(each.paper(), each.points(), each.ballots(), place));
        }
        return new Borda(List.copyOf(placed));
    }

    /**
     * @param certain that win by their points
     * @param tied that are level for the places that are left; empty when nothing is to be broken
     */
    record Proposal(Set<UUID> certain, Set<UUID> tied) {
        /** Whether this is what the points say, so that no reason is asked for. */
        boolean isFollowedBy(Set<UUID> chosen) {
            return tied.isEmpty() && !certain.isEmpty() && certain.equals(chosen);
        }

        public boolean isEmpty() {
            return certain.isEmpty() && tied.isEmpty();
        }
    }

    /** What has no points is not proposed. @param winners how many there can be */
    Proposal proposal(int winners) {
        var certain = new LinkedHashSet<UUID>();
        var tied = new LinkedHashSet<UUID>();
        for (var each : standings) {
            if (each.points() == 0 || each.place() > winners) continue;
            var level = standings.stream()
                    .filter(other -> other.place() == each.place())
                    .count();
            if (each.place() - 1 + level <= winners) certain.add(each.paper());
            else tied.add(each.paper());
        }
        return new Proposal(certain, tied);
    }
}
