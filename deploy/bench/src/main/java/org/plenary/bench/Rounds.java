package org.plenary.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Pairs of measurements of the same work: over HTTP, and at once after it in pgbench. */
final class Rounds {
    private final List<Round> rounds = new ArrayList<>();
    private final Histogram times = Measured.histogram();
    private long refused;

    private record Round(Measured http, Processors.Spent ofHttp, PgBench.Rate bench, Processors.Spent ofBench) {}

    void add(Measured http, Processors.Spent ofHttp, PgBench.Rate bench, Processors.Spent ofBench) {
        rounds.add(new Round(http, ofHttp, bench, ofBench));
        times.add(http.times());
        refused += http.refused();
    }

    void write(int clients, Report report) {
        var length = rounds.getFirst().http().length();
        report.row(
                clients,
                Measured.spread(each(round -> round.http().perSecond()))
                        + (refused == 0 ? "" : ", " + refused + " refused"),
                Measured.spread(each(round -> round.bench().perSecond())),
                "**"
                        + Measured.spread(each(round ->
                                round.http().perSecond() / round.bench().perSecond())) + "**",
                new Measured(times, refused, length).percentiles(),
                median(round -> perOrder(round.ofHttp().application(), round.http())) + ", "
                        + median(round -> perOrder(round.ofHttp().database(), round.http())) + "; "
                        + median(round -> round.ofBench().database()
                                / (double) round.bench().transactions()));
    }

    private static double perOrder(long millis, Measured measured) {
        return millis / (double) Math.max(1, measured.times().getTotalCount());
    }

    private String median(ToDoubleFunction<Round> value) {
        return Measured.number(Measured.median(each(value)));
    }

    private double[] each(ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).toArray();
    }
}
