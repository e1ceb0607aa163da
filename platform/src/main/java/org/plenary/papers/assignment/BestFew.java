package org.plenary.papers.assignment;

/** The few of many numbers that have the highest values; of equal ones those that came first. */
final class BestFew {
    private final int[] numbers;
    private final float[] values;
    private int count;

    BestFew(int most) {
        numbers = new int[most];
        values = new float[most];
    }

    /** A heap with the lowest on top. */
    void offer(int number, float value) {
        if (count < values.length) {
            var at = count++;
            while (at > 0 && values[(at - 1) / 2] > value) {
                put(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
            numbers[at] = number;
            values[at] = value;
        } else if (count > 0 && value > values[0]) {
            sink(number, value);
        }
    }

    private void sink(int number, float value) {
        var at = 0;
        while (2 * at + 1 < count) {
            var lower = 2 * at + 1;
            if (lower + 1 < count && values[lower + 1] < values[lower]) lower++;
            if (values[lower] >= value) break;
            put(at, lower);
            at = lower;
        }
        numbers[at] = number;
        values[at] = value;
    }

    private void put(int to, int from) {
        numbers[to] = numbers[from];
        values[to] = values[from];
    }

    int count() {
        return count;
    }

    int number(int at) {
        return numbers[at];
    }

    float value(int at) {
        return values[at];
    }

    float highest() {
        var highest = 0f;
        for (var at = 0; at < count; at++) highest = Math.max(highest, values[at]);
        return highest;
    }
}
