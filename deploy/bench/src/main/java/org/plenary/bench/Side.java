package org.plenary.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** All that was measured on one of two sides that are compared, round by round. */
final class Side {
    private final Histogram times = Measured.histogram();
    private final List<Double> perSecond = new ArrayList<>();
    private long refused;
    private long application;
    private long database;

    /** Measures a closed load, and what it cost. */
    void round(Platform platform, int clients, IntFunction<Load.Client> making) throws Exception {
        var work = new Processors(platform);
        add(Load.closed(clients, platform.settings().length(), making));
        var spent = work.since();
        application += spent.application();
        database += spent.database();
    }

    void add(Measured measured) {
        times.add(measured.times());
        refused += measured.refused();
        perSecond.add(measured.perSecond());
    }

    String perSecond() {
        return Measured.spread(rates()) + (refused == 0 ? "" : ", " + refused + " refused");
    }

    /** How many times as fast as the other, in pairs of rounds. */
    String ratioTo(Side other) {
        return ratioTo(other.perSecond);
    }

    String ratioTo(List<Double> others) {
        var ratios = rates();
        for (var i = 0; i < ratios.length; i++) ratios[i] /= others.get(i);
        return "**" + Measured.spread(ratios) + "**";
    }

    private double[] rates() {
        return perSecond.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double millis(double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    String percentiles() {
        return new Measured(times, refused, Duration.ofSeconds(1)).percentiles();
    }

    long refused() {
        return refused;
    }

    /** Of one piece of work, in milliseconds: the application's and the database's. */
    String processorTimes() {
        var count = Math.max(1.0, times.getTotalCount());
        return Measured.number(application / count) + ", " + Measured.number(database / count);
    }
}
