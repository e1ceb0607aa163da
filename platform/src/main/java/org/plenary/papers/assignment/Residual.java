package org.plenary.papers.assignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What a flow can still be changed by: forward along arcs with room, back along arcs with flow. The cheapest way between two nodes is what
 * the best assignment turns into when something is decided otherwise.
 */
final class Residual {
    /** Of a node that can't be reached; far enough from the end of the numbers to be added to. */
    private static final long NOWHERE = Long.MAX_VALUE / 4;

    private final Network network;
    private final Arcs arcs;
    private final int[] flows;
    /** Where each node's steps begin; one more at the end. */
    private final int[] begin;
    /** Steps: twice an arc's number forward, and one more back. */
    private final int[] steps;

    private final long[] potentials;

    Residual(Network network, int[] flows) {
        this.network = network;
        this.flows = flows;
        arcs = network.arcs();
        begin = new int[network.nodes() + 1];
        for (var arc = 0; arc < arcs.count(); arc++) {
            begin[arcs.tail(arc) + 1]++;
            begin[arcs.head(arc) + 1]++;
        }
        for (var node = 0; node < network.nodes(); node++) begin[node + 1] += begin[node];
        var next = begin.clone();
        steps = new int[2 * arcs.count()];
        for (var arc = 0; arc < arcs.count(); arc++) {
            steps[next[arcs.tail(arc)]++] = 2 * arc;
            steps[next[arcs.head(arc)]++] = 2 * arc + 1;
        }
        potentials = potentials();
    }

    static int arc(int step) {
        return step / 2;
    }

    static boolean isForward(int step) {
        return step % 2 == 0;
    }

    private boolean isOpen(int step) {
        var arc = arc(step);
        return isForward(step) ? flows[arc] < arcs.capacity(arc) : flows[arc] > 0;
    }

    private int to(int step) {
        return isForward(step) ? arcs.head(arc(step)) : arcs.tail(arc(step));
    }

    private long cost(int step) {
        return isForward(step) ? arcs.cost(arc(step)) : -arcs.cost(arc(step));
    }

    /**
     * So that no step costs less than nothing once what its ends differ by is added. They exist as the flow is the cheapest: no way round
     * costs less than nothing.
     */
    private long[] potentials() {
        var lowest = new long[network.nodes()];
        var waiting = new ArrayDeque<Integer>();
        var waits = new boolean[lowest.length];
        for (var node = 0; node < lowest.length; node++) waiting.add(node);
        Arrays.fill(waits, true);
        var looks = 0L;
        while (!waiting.isEmpty()) {
            var node = waiting.remove();
            waits[node] = false;
            if (++looks > (long) lowest.length * lowest.length)
                throw new IllegalStateException("The flow is not the cheapest");
            for (var i = begin[node]; i < begin[node + 1]; i++) {
                var step = steps[i];
                if (!isOpen(step) || lowest[node] + cost(step) >= lowest[to(step)]) continue;
                lowest[to(step)] = lowest[node] + cost(step);
                if (waits[to(step)]) continue;
                waits[to(step)] = true;
                waiting.add(to(step));
            }
        }
        return lowest;
    }

    private record Reached(int node, long distance) {}

    /** The steps of the cheapest way, none where there is no way or it has no length. */
    List<Integer> cheapest(int from, int to) {
        var distances = new long[network.nodes()];
        var by = new int[network.nodes()];
        Arrays.fill(distances, NOWHERE);
        distances[from] = 0;
        var queue = new PriorityQueue<Reached>((one, other) -> Long.compare(one.distance(), other.distance()));
        queue.add(new Reached(from, 0));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (at.distance() > distances[at.node()]) continue;
            if (at.node() == to) return back(from, to, by);
            for (var i = begin[at.node()]; i < begin[at.node() + 1]; i++) {
                var step = steps[i];
                if (!isOpen(step)) continue;
                var distance = at.distance() + cost(step) + potentials[at.node()] - potentials[to(step)];
                if (distance >= distances[to(step)]) continue;
                distances[to(step)] = distance;
                by[to(step)] = step;
                queue.add(new Reached(to(step), distance));
            }
        }
        return List.of();
    }

    private List<Integer> back(int from, int to, int[] by) {
        var way = new ArrayList<Integer>();
        for (var at = to; at != from; at = isForward(by[at]) ? arcs.tail(arc(by[at])) : arcs.head(arc(by[at])))
            way.add(by[at]);
        Collections.reverse(way);
        return way;
    }
}
