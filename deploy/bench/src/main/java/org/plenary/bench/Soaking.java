package org.plenary.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mixed load at a moderate fixed rate for many minutes: whether what the application and its services hold grows, and whether they
 * get slower.
 */
final class Soaking implements Scenario {
    private static final int ORGANIZATIONS = 3;
    private static final int CLIENTS = 32;
    private static final double A_SECOND = 6;
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(15);
    private static final String HEAP = "Heap in use, MB";
    private static final String REFUSED = "Refused";
    private static final String USUAL_TIME = "ms, 50 %";
    private static final String LONG_TIME = "ms, 95 %";

    /** By which part each may grow from the second quarter to the end; what is not named grows with the orders. */
    private static final Map<String, Double> BOUNDS = Map.of(
            HEAP,
            0.10,
            Footprint.RESIDENT,
            0.10,
            Footprint.THREADS,
            0.20,
            Footprint.OPEN_FILES,
            0.20,
            Footprint.CONNECTIONS,
            0.20,
            Footprint.OF_CONNECTIONS,
            0.20,
            Footprint.SEARCH,
            0.20,
            USUAL_TIME,
            0.50);

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public boolean isOnlyWhenNamed() {
        return true;
    }

    @Override
    public int seconds(Settings settings) {
        return 90 + 62 * settings.minutes();
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizations = new ArrayList<MixedWork.Organization>();
        for (var i = 0; i < ORGANIZATIONS; i++) organizations.add(MixedWork.Organization.in(platform, "soak" + i));
        var minutes = new ArrayList<Map<String, Double>>();
        var next = new AtomicInteger();
        report.title("%.0f pieces of work a second for %d minutes, of %d organizations"
                .formatted(A_SECOND, platform.settings().minutes(), ORGANIZATIONS));
        try (var java = Jvm.of(platform.application().pid())) {
            for (var i = 0; i < platform.settings().minutes(); i++) {
                minutes.add(minute(
                        platform,
                        () -> Load.open(
                                A_SECOND,
                                CLIENTS,
                                Duration.ofMinutes(1),
                                number -> new MixedWork(organizations, next))));
                minutes.getLast().put(HEAP, java.heapInUse());
                if (i == 0) columns(report, minutes.getLast());
                row(report, String.valueOf(i + 1), minutes.getLast());
            }
        }
        judge(report, minutes);
    }

    /** The load of a minute, and the mean of what was seen meanwhile. */
    private static Map<String, Double> minute(Platform platform, Callable<Measured> load) throws Exception {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = thread.submit(load);
            var seen = new ArrayList<Map<String, Double>>();
            do seen.add(Footprint.of(platform));
            while (!isDoneWithin(BETWEEN_SAMPLES, working));
            var measured = working.get();
            var minute = new LinkedHashMap<String, Double>();
            minute.put(REFUSED, (double) measured.refused());
            minute.put(USUAL_TIME, measured.millis(50));
            minute.put(LONG_TIME, measured.millis(95));
            minute.put("ms, 99 %", measured.millis(99));
            for (var name : seen.getFirst().keySet())
                minute.put(
                        name,
                        seen.stream()
                                .mapToDouble(each -> each.get(name))
                                .average()
                                .orElseThrow());
            return minute;
        }
    }

    private static boolean isDoneWithin(Duration length, Future<?> working) throws Exception {
        try {
            working.get(length.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static void columns(Report report, Map<String, Double> minute) {
        var names = new ArrayList<String>(List.of("Minute"));
        names.addAll(minute.keySet());
        report.columns(names.toArray(String[]::new));
    }

    private static void row(Report report, String first, Map<String, Double> values) {
        var cells = new ArrayList<Object>(List.of(first));
        for (var value : values.values()) cells.add(Measured.number(value));
        report.row(cells.toArray());
    }

    private static void judge(Report report, List<Map<String, Double>> minutes) {
        var later = minutes.subList(minutes.size() / 4, minutes.size());
        if (later.size() < 3) {
            report.line("");
            report.line("Too few minutes to tell whether anything grows.");
            return;
        }
        var slopes = new LinkedHashMap<String, Double>();
        var grown = new ArrayList<String>();
        for (var name : minutes.getFirst().keySet()) {
            var line = Slope.of(
                    later.stream().mapToDouble(minute -> minute.get(name)).toArray());
            slopes.put(name, line.perStep());
            var bound = BOUNDS.get(name);
            if (bound != null && line.growth() > bound)
                grown.add("%s by %.0f %%, %.0f %% allowed".formatted(name, line.growth() * 100, bound * 100));
        }
        row(report, "a minute more, from the second quarter on", slopes);
        var refused =
                minutes.stream().mapToDouble(minute -> minute.get(REFUSED)).sum();
        if (refused > 0) grown.add("%.0f pieces of work were refused".formatted(refused));
        report.line("");
        report.line(grown.isEmpty() ? "Steady." : "Not steady: " + String.join("; ", grown) + ".");
    }
}
