package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.assignment.Explanation.Otherwise;
import org.plenary.papers.assignment.Explanation.Place;

/** A network, what flows through it, and what that means. */
final class Solved {
    private final KnownPairs pairs;
    private final Network network;
    private final int[] flows;
    private final List<Assigned> assigned;
    private final Set<Place> places = new HashSet<>();
    private final int[] loads;
    private final int[] reviews;
    private final Quality quality;
    private @Nullable Residual residual;

    Solved(KnownPairs pairs, Network network, int[] flows) {
        this.pairs = pairs;
        this.network = network;
        this.flows = flows;
        assigned = assigned();
        loads = new int[pairs.input().reviewers().size()];
        reviews = new int[pairs.input().papers().size()];
        for (var pair : assigned) {
            places.add(new Place(pair.paper(), pair.reviewer()));
            loads[pair.reviewer()]++;
            reviews[pair.paper()]++;
        }
        quality = Quality.of(pairs.input(), assigned);
    }

    private List<Assigned> assigned() {
        var found = new ArrayList<Assigned>();
        for (var pair : pairs.pinned()) found.add(new Assigned(pair.paper(), pair.reviewer(), pairs.score(pair), true));
        var candidates = network.candidates();
        for (var i = 0; i < candidates.count(); i++) {
            if (flows[i] == 0) continue;
            var pair = pairs.of(candidates.paper(i), candidates.reviewer(i));
            found.add(new Assigned(pair.paper(), pair.reviewer(), pairs.score(pair), false));
        }
        found.sort((one, other) -> one.paper() == other.paper()
                ? Integer.compare(one.reviewer(), other.reviewer())
                : Integer.compare(one.paper(), other.paper()));
        return List.copyOf(found);
    }

    List<Assigned> all() {
        return assigned;
    }

    int reviewsOf(int paper) {
        return reviews[paper];
    }

    int loadOf(int reviewer) {
        return loads[reviewer];
    }

    Quality quality() {
        return quality;
    }

    /** What no assignment of these candidates is worth more than: seniors and others of the same origin are not counted together here. */
    long bound() {
        var arcs = network.arcs();
        var cost = 0L;
        for (var arc = 0; arc < arcs.count(); arc++) cost += flows[arc] * network.points(arc);
        var given = new int[loads.length];
        var ofPinned = 0L;
        for (var pair : pairs.pinned())
            ofPinned +=
                    pairs.score(pair).total() - (long) pairs.input().weights().balance() * given[pair.reviewer()]++;
        return ofPinned - cost;
    }

    synchronized Explanation why(int paper, int reviewer) {
        var pair = pairs.of(paper, reviewer);
        var verdict = verdict(pair);
        return new Explanation(
                pairs.score(pair),
                verdict,
                switch (verdict) {
                    case CONFLICT, PINNED -> null;
                    case CHOSEN -> without(paper, reviewer);
                    case FORBIDDEN, OTHER_TRACK, DRAWN_OUT, NO_PAPERS, REVIEWER_FULL, PAPER_FULL, NOT_CONSIDERED ->
                        with(paper, reviewer);
                });
    }

    private Verdict verdict(Pairing pair) {
        if (pair.isPinned()) return Verdict.PINNED;
        if (places.contains(new Place(pair.paper(), pair.reviewer()))) return Verdict.CHOSEN;
        var obstacle = pairs.obstacle(pair);
        if (obstacle != null) return obstacle;
        var input = pairs.input();
        if (loads[pair.reviewer()] >= input.reviewers().get(pair.reviewer()).most()) return Verdict.REVIEWER_FULL;
        return reviews[pair.paper()] >= input.papers().get(pair.paper()).demand()
                ? Verdict.PAPER_FULL
                : Verdict.NOT_CONSIDERED;
    }

    private @Nullable Otherwise without(int paper, int reviewer) {
        var way = residual().cheapest(network.node(reviewer), network.entry(paper, reviewer));
        var arc = arcOf(paper, reviewer);
        return otherwise(-network.points(arc), way, List.of(new Place(paper, reviewer)), List.of());
    }

    private @Nullable Otherwise with(int paper, int reviewer) {
        var way = residual().cheapest(network.entry(paper, reviewer), network.node(reviewer));
        return otherwise(network.cost(paper, reviewer), way, List.of(), List.of(new Place(paper, reviewer)));
    }

    private int arcOf(int paper, int reviewer) {
        var candidates = network.candidates();
        for (var i = candidates.first(paper); i < candidates.afterLast(paper); i++)
            if (candidates.reviewer(i) == reviewer) return i;
        throw new IllegalArgumentException("No candidate: " + reviewer + " for " + paper);
    }

    /** None where there is no way at all, as for a paper whose reviews are all pinned. */
    private @Nullable Otherwise otherwise(long points, List<Integer> way, List<Place> goes, List<Place> comes) {
        if (way.isEmpty()) return null;
        var cost = points;
        var missing = 0;
        var out = new ArrayList<>(goes);
        var in = new ArrayList<>(comes);
        var candidates = network.candidates();
        for (var step : way) {
            var arc = Residual.arc(step);
            var sign = Residual.isForward(step) ? 1 : -1;
            cost += sign * network.points(arc);
            missing += sign * network.missing(arc);
            if (arc < candidates.count())
                (sign > 0 ? in : out).add(new Place(candidates.paper(arc), candidates.reviewer(arc)));
        }
        return new Otherwise(cost, missing, List.copyOf(out), List.copyOf(in));
    }

    /** Made when it is first asked for: most assignments are not asked why. */
    private Residual residual() {
        var made = residual;
        if (made == null) made = residual = new Residual(network, flows);
        return made;
    }
}
