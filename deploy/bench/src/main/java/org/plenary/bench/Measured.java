package org.plenary.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What a load found: how long each piece of work took, in nanoseconds, and how many were refused. */
record Measured(Histogram times, long refused, Duration length) {
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;

    static Histogram histogram() {
        var histogram = new Histogram(LONGEST, DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    double perSecond() {
        return times.getTotalCount() * 1e9 / length.toNanos();
    }

    double millis(double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    /** {@code 1.2 / 3.4 / 5.6}: half, 95 and 99 of a hundred took no longer, in milliseconds. */
    String percentiles() {
        return number(millis(50)) + " / " + number(millis(95)) + " / " + number(millis(99));
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** {@code 12.3 (10.1–14.0)}. */
    static String spread(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return number(median(values)) + " (" + number(sorted[0]) + "–" + number(sorted[sorted.length - 1]) + ")";
    }

    static String number(double value) {
        var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
