package org.plenary.bench;

import java.util.Arrays;

/**
 * The straight line that comes nearest to values that were seen one after the other.
 *
 * @param perStep how much it rises from one to the next
 * @param growth by which part of its beginning it has risen at the end
 */
record Slope(double perStep, double growth) {
    static Slope of(double... values) {
        var middle = (values.length - 1) / 2.0;
        var mean = Arrays.stream(values).average().orElse(0);
        var rise = 0.0;
        var run = 0.0;
        for (var i = 0; i < values.length; i++) {
            rise += (i - middle) * (values[i] - mean);
            run += (i - middle) * (i - middle);
        }
        var perStep = run == 0 ? 0 : rise / run;
        var begin = mean - perStep * middle;
        return new Slope(perStep, begin <= 0 ? 0 : perStep * (values.length - 1) / begin);
    }
}
