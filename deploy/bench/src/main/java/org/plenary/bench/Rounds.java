package org.plenary.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Pairs of measurements of the same work: over HTTP, and at once after it in pgbench; HTTP alone where nothing is sent. */
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

    /** Begins a table. */
    static void columns(Report report, String... first) {
        report.columns(Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                "A: HTTP",
                                "B: pgbench",
                                "A : B",
                                "HTTP ms, 50 / 95 / 99 %",
                                "Processor ms each: application, database (A); database (B)"))
                .toArray(String[]::new));
    }

    void write(Report report, Object... first) {
        var isPaired = rounds.getFirst().bench().transactions() > 0;
        report.row(Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                Measured.spread(each(round -> round.http().perSecond()))
                                        + (refused == 0 ? "" : ", " + refused + " refused"),
                                isPaired
                                        ? Measured.spread(
                                                each(round -> round.bench().perSecond()))
                                        : "–",
                                isPaired
                                        ? "**"
                                                + Measured.spread(each(
                                                        round -> round.http().perSecond()
                                                                / round.bench().perSecond()))
                                                + "**"
                                        : "–",
                                new Measured(
                                                times,
                                                refused,
                                                rounds.getFirst().http().length())
                                        .percentiles(),
                                median(round -> perPiece(round.ofHttp().application(), round.http())) + ", "
                                        + median(
                                                round -> perPiece(round.ofHttp().database(), round.http())) + "; "
                                        + (isPaired
                                                ? median(round -> round.ofBench()
                                                                .database()
                                                        / (double) round.bench().transactions())
                                                : "–")))
                .toArray());
    }

    /** Over HTTP, a second. */
    double perSecond() {
        return Measured.median(each(round -> round.http().perSecond()));
    }

    private static double perPiece(long millis, Measured measured) {
        return millis / (double) Math.max(1, measured.times().getTotalCount());
    }

    private String median(ToDoubleFunction<Round> value) {
        return Measured.number(Measured.median(each(value)));
    }

    private double[] each(ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).toArray();
    }
}
