package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignment as a flow: from a source through reviewers to papers, which take a unit for each review that they ask for. What a unit costs
 * on an arc is what it takes from the value of the whole.
 *
 * <ul>
 *   <li>Source to reviewer: an arc for each paper they may take, each dearer than the one before; those up to their least number are won
 *       by so much that they come first.
 *   <li>Reviewer to paper: an arc for each candidate. It leads to the paper through what the paper is to have only one of: an institution
 *       within a country among seniors or others. The first unit through such a place is free, and through that of seniors it is won;
 *       further ones cost.
 *   <li>Source to paper: for reviews that nobody can write, so dear that none is used while one can be written.
 * </ul>
 *
 * Pinned pairs are no arcs. They begin at the place that their arc would lead to, so that they count there, and their reviewer begins later.
 */
final class Network {
    private static final int SOURCE = 0;
    private static final int FIRST_REVIEWER = 1;

    private final KnownPairs pairs;
    private final Candidates candidates;
    private final Origins origins;
    private final Taken taken;
    private final Arcs arcs = new Arcs();
    private final Arcs within = new Arcs();
    private final List<List<Integer>> pinned = new ArrayList<>();
    private final List<Map<Group, Integer>> groups = new ArrayList<>();
    private final long dear;
    private int nodes;
    private int[] supplies;

    /** Reviewers who count together at a paper; those who are in no smaller one have −1 as institution or country. */
    private record Group(boolean senior, int country, int institution) {}

    Network(KnownPairs pairs, Candidates candidates, Origins origins, Taken taken) {
        this.pairs = pairs;
        this.candidates = candidates;
        this.origins = origins;
        this.taken = taken;
        var input = pairs.input();
        nodes = FIRST_REVIEWER + input.reviewers().size() + input.papers().size();
        supplies = new int[nodes];
        dear = dear();
        input.papers().forEach(_ -> pinned.add(new ArrayList<>()));
        for (var pair : pairs.pinned()) pinned.get(pair.paper()).add(pair.reviewer());
        for (var paper = 0; paper < input.papers().size(); paper++) connect(paper);
        arcs.addAll(within);
        employ();
        ask();
    }

    /**
     * More than all that can be won or lost elsewhere by one unit more. On its way it comes to each reviewer once at most, and between two
     * of them through one paper.
     */
    private long dear() {
        var input = pairs.input();
        var weights = input.weights();
        var best = 0L;
        for (var i = 0; i < candidates.count(); i++) best = Math.max(best, Math.abs(candidates.score(i)));
        var most = input.reviewers().stream()
                .mapToLong(reviewer -> Math.min(reviewer.most(), input.papers().size()))
                .max()
                .orElse(0);
        var origin = (long) weights.institution() + weights.country();
        var each = 2 * best + weights.senior() + 4 * origin + 2 * weights.balance() * most + 1;
        return each * (input.reviewers().size() + 2);
    }

    private void connect(int paper) {
        var sizes = new LinkedHashMap<Group, Integer>();
        for (var reviewer : pinned.get(paper)) count(reviewer, sizes);
        for (var i = candidates.first(paper); i < candidates.afterLast(paper); i++)
            count(candidates.reviewer(i), sizes);
        var places = new HashMap<Group, Integer>();
        sizes.forEach((group, size) -> {
            // a smaller one asks for the larger ones around it, which are as large at least
            if (isWorthCounting(group, size)) place(paper, group, places);
        });
        groups.add(places);
        for (var i = candidates.first(paper); i < candidates.afterLast(paper); i++) {
            var reviewer = candidates.reviewer(i);
            arcs.add(node(reviewer), entry(paper, reviewer), 1, extra(paper, reviewer) - candidates.score(i));
        }
        for (var reviewer : pinned.get(paper)) supplies[entry(paper, reviewer)]++;
    }

    private void count(int reviewer, Map<Group, Integer> sizes) {
        for (var at = smallest(reviewer); at != null; at = around(at)) sizes.merge(at, 1, Integer::sum);
    }

    private static boolean isWorthCounting(Group group, int size) {
        return size > 1 || group.equals(new Group(true, Origins.UNKNOWN, Origins.UNKNOWN));
    }

    /** The smallest group that a reviewer is in, of those that weights give a meaning to; none where a paper counts nothing of them. */
    private @Nullable Group smallest(int reviewer) {
        var weights = pairs.input().weights();
        var group = new Group(
                weights.senior() > 0 && pairs.input().reviewers().get(reviewer).senior(),
                weights.spreadsCountries() ? origins.country(reviewer) : Origins.UNKNOWN,
                weights.spreadsInstitutions() ? origins.institution(reviewer) : Origins.UNKNOWN);
        return isAnything(group) ? group : null;
    }

    private static @Nullable Group around(Group group) {
        Group larger;
        if (group.institution() != Origins.UNKNOWN)
            larger = new Group(group.senior(), group.country(), Origins.UNKNOWN);
        else if (group.country() != Origins.UNKNOWN)
            larger = new Group(group.senior(), Origins.UNKNOWN, Origins.UNKNOWN);
        else return null;
        return isAnything(larger) ? larger : null;
    }

    private static boolean isAnything(Group group) {
        return group.senior() || group.country() != Origins.UNKNOWN || group.institution() != Origins.UNKNOWN;
    }

    private int place(int paper, Group group, Map<Group, Integer> places) {
        var known = places.get(group);
        if (known != null) return known;
        var larger = around(group);
        var to = larger == null ? paperNode(paper) : place(paper, larger, places);
        var node = newNode();
        places.put(group, node);
        var most = asked(paper);
        if (group.institution() == Origins.UNKNOWN && group.country() == Origins.UNKNOWN) {
            within.add(node, to, 1, -pairs.input().weights().senior());
            within.add(node, to, most, 0);
        } else {
            within.add(node, to, 1, first(paper, group));
            within.add(node, to, most, weight(group));
        }
        return node;
    }

    private int weight(Group group) {
        var weights = pairs.input().weights();
        return group.institution() == Origins.UNKNOWN ? weights.country() : weights.institution();
    }

    /** The first one of an origin costs nothing, but for seniors of the same origin. */
    private int first(int paper, Group group) {
        if (group.senior()) return 0;
        var isTaken = group.institution() == Origins.UNKNOWN
                ? taken.country(paper, group.country())
                : taken.institution(paper, group.institution());
        return isTaken ? weight(group) : 0;
    }

    /** What the first of an origin costs where there is no place to count it at, being the only candidate of it. */
    private long extra(int paper, int reviewer) {
        var sum = 0L;
        for (var at = smallest(reviewer); at != null; at = around(at))
            if (!groups.get(paper).containsKey(at)) sum += first(paper, at);
        return sum;
    }

    private void employ() {
        var input = pairs.input();
        var weights = input.weights();
        var given = new int[input.reviewers().size()];
        for (var pair : pairs.pinned()) given[pair.reviewer()]++;
        for (var i = 0; i < given.length; i++) {
            var reviewer = input.reviewers().get(i);
            var most = Math.min(reviewer.most(), input.papers().size());
            for (var load = given[i] + 1; load <= most; load++)
                arcs.add(
                        SOURCE,
                        node(i),
                        1,
                        (long) weights.balance() * (load - 1) - (load <= reviewer.least() ? dear : 0));
        }
    }

    private void ask() {
        for (var paper = 0; paper < pinned.size(); paper++) {
            var open = asked(paper) - pinned.get(paper).size();
            supplies[paperNode(paper)] -= asked(paper);
            supplies[SOURCE] += open;
            if (open > 0) arcs.add(SOURCE, paperNode(paper), open, 2 * dear);
        }
    }

    private int asked(int paper) {
        return Math.max(
                pinned.get(paper).size(), pairs.input().papers().get(paper).demand());
    }

    private int newNode() {
        if (nodes == supplies.length) supplies = Arrays.copyOf(supplies, 2 * nodes);
        return nodes++;
    }

    int node(int reviewer) {
        return FIRST_REVIEWER + reviewer;
    }

    private int paperNode(int paper) {
        return FIRST_REVIEWER + pairs.input().reviewers().size() + paper;
    }

    /** Where a reviewer's arc to a paper leads, also that of one who is no candidate. */
    int entry(int paper, int reviewer) {
        for (var at = smallest(reviewer); at != null; at = around(at)) {
            var place = groups.get(paper).get(at);
            if (place != null) return place;
        }
        return paperNode(paper);
    }

    /** What the arc of a reviewer who is no candidate would cost. */
    long cost(int paper, int reviewer) {
        return extra(paper, reviewer) - pairs.score(pairs.of(paper, reviewer)).total();
    }

    /** Those of candidates come first and are numbered as they are. */
    Arcs arcs() {
        return arcs;
    }

    Candidates candidates() {
        return candidates;
    }

    int nodes() {
        return nodes;
    }

    int supply(int node) {
        return supplies[node];
    }

    /** How many reviews that nobody writes, or below a least number, an arc stands for: one more, one less, or none. */
    int missing(int arc) {
        if (arcs.cost(arc) >= dear) return 1;
        return arcs.cost(arc) <= -dear / 2 ? -1 : 0;
    }

    /** What an arc costs in points, missing reviews aside. */
    long points(int arc) {
        if (arcs.cost(arc) >= dear) return 0;
        return arcs.cost(arc) <= -dear / 2 ? arcs.cost(arc) + dear : arcs.cost(arc);
    }
}
