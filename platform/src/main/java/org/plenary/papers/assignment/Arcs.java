package org.plenary.papers.assignment;

import java.util.Arrays;

/** The arcs of a network in plain arrays: there are millions of them. */
final class Arcs {
    private int[] tail = new int[16];
    private int[] head = new int[16];
    private int[] capacity = new int[16];
    private long[] cost = new long[16];
    private int count;

    /** @return its number; they are counted from 0 */
    int add(int from, int to, int most, long costOfEach) {
        if (count == tail.length) {
            tail = Arrays.copyOf(tail, 2 * count);
            head = Arrays.copyOf(head, 2 * count);
            capacity = Arrays.copyOf(capacity, 2 * count);
            cost = Arrays.copyOf(cost, 2 * count);
        }
        tail[count] = from;
        head[count] = to;
        capacity[count] = most;
        cost[count] = costOfEach;
        return count++;
    }

    void addAll(Arcs others) {
        for (var arc = 0; arc < others.count; arc++)
            add(others.tail[arc], others.head[arc], others.capacity[arc], others.cost[arc]);
    }

    int count() {
        return count;
    }

    int tail(int arc) {
        return tail[arc];
    }

    int head(int arc) {
        return head[arc];
    }

    int capacity(int arc) {
        return capacity[arc];
    }

    long cost(int arc) {
        return cost[arc];
    }
}
