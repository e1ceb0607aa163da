package org.plenary.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * What an organization feels of another on the same node that works as fast as it can: sells places with tickets and mails, writes
 * lists, and imports papers. Both share processors, connections and lanes; load and platform share the machine too.
 */
final class NoisyNeighbour implements Scenario {
    /** Arrives at the quiet one, of each kind; so little that it never waits for itself. */
    private static final double A_SECOND = 15;

    private static final Duration TO_SETTLE = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "neighbour";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.points(6);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var quiet = platform.organizer();
        var sale = new Sale("beside", 1, 0, false).open(quiet);
        var order = sale.order(quiet, 0);
        var page = quiet.open("GET", "/c/beside", "");
        var work = new LinkedHashMap<String, IntFunction<Load.Client>>();
        work.put("public page", number -> new Requests(quiet.wire(), 200, () -> page));
        work.put("order", number -> new Requests(quiet.wire(), 201, () -> order));
        var noise = noise(platform, Organizer.signUp(platform, "loud"));
        for (var each : work.values()) Load.closed(4, WARM_UP.dividedBy(work.size()), each);
        during(noise, WARM_UP, () -> true);

        report.title("A quiet organization alone (A), and beside one that works as fast as it can (B), A B A B");
        report.columns(
                "What, %.0f a second".formatted(A_SECOND),
                "A: ms, 50 / 95 / 99 %",
                "B: ms, 50 / 95 / 99 %",
                "B : A, 50 %",
                "B : A, 95 %");
        for (var each : work.entrySet()) {
            var alone = new Side();
            var beside = new Side();
            for (var round = 0; round < platform.settings().rounds(); round++) {
                var length = platform.settings().length();
                alone.add(Load.open(A_SECOND, 8, length, each.getValue()));
                beside.add(during(noise, length.plus(TO_SETTLE), () -> {
                    TimeUnit.NANOSECONDS.sleep(TO_SETTLE.toNanos());
                    return Load.open(A_SECOND, 8, length, each.getValue());
                }));
                Mails.allSent(platform.database());
            }
            report.row(
                    each.getKey(),
                    told(alone),
                    told(beside),
                    Measured.number(beside.millis(50) / alone.millis(50)),
                    Measured.number(beside.millis(95) / alone.millis(95)));
        }
    }

    private static String told(Side side) {
        return side.percentiles() + (side.refused() == 0 ? "" : ", " + side.refused() + " refused");
    }

    private record Noise(int clients, IntFunction<Load.Client> making) {}

    private static List<Noise> noise(Platform platform, Organizer loud) throws Exception {
        var sale = new Sale("loud", 1, 0, true).open(loud);
        var here = "/api/v1/conferences/loud";
        loud.send(201, loud.signed("POST", here + "/call-for-papers", """
                {"tracks": [{"key": "main", "name": "Main"}], "deadline": {"at": "2027-04-01T12:00", "zone": "AoE"}}"""));
        var papers = Files.readString(platform.settings().demo("papers-corl2024.json"));
        var imports = loud.signed("POST", here + "/submissions:import?track=main", papers);
        var list = loud.signed("GET", here + "/delegates?limit=200", "");
        return List.of(
                new Noise(4, sale.buyers(loud)),
                new Noise(2, number -> new Requests(loud.wire(), 200, () -> list)),
                new Noise(1, number -> new Requests(loud.wire(), 200, () -> imports)));
    }

    private static <T> T during(List<Noise> noise, Duration length, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Measured>>();
            for (var each : noise)
                running.add(threads.submit(() -> Load.closed(each.clients(), length, each.making())));
            var done = work.call();
            for (var each : running) each.get();
            return done;
        }
    }
}
