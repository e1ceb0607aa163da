package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.bench.MadePapers.Size;

/** Assigning reviewers, beside the greedy way: no service and no application take part. */
final class AssigningPapers implements Scenario {
    private static final String HEAP = "-Xmx1g";
    private static final List<Size> SIZES =
            List.of(new Size(1_000, 3, 300, 5, 15), new Size(1_000, 3, 100, 30, 30), new Size(10_000, 4, 5_000, 4, 12));

    private record Found(Size size, List<Map<String, Double>> rounds) {
        /** What is found is the same each time, how fast is not. */
        Map<String, Double> first() {
            return rounds.getFirst();
        }
    }

    @Override
    public String name() {
        return "assignment";
    }

    @Override
    public int seconds(Settings settings) {
        return 120 * settings.rounds();
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var settings = platform.settings();
        var found = new ArrayList<Found>();
        for (var size : SIZES) {
            var rounds = new ArrayList<Map<String, Double>>();
            for (var round = 0; round < settings.rounds(); round++) rounds.add(run(settings, size));
            found.add(new Found(size, rounds));
        }
        report.title("Reviewers assigned: seconds and memory (each time in a new process with " + HEAP + ")");
        report.columns(
                "Papers × reviews, reviewers (papers each)",
                "Affinity from texts, s",
                "Assigning, s",
                "Greedy, s",
                "Resident at most, MB",
                "First why, s",
                "Next why, ms",
                "Again after 10 edits, s");
        for (var one : found) times(report, one.size(), one.rounds());
        report.title("Reviewers assigned: how well");
        report.columns(
                "Papers × reviews, reviewers (papers each)",
                "How",
                "Value, points",
                "Reviews missing",
                "Below the least number",
                "Worst paper, points",
                "Loads",
                "Same institution",
                "Same country",
                "Papers without a senior");
        for (var one : found) {
            quality(report, one.size(), "flow", one.first());
            quality(report, one.size(), "greedy", one.first());
        }
        for (var one : found) more(report, one.size(), one.first());
    }

    private static void times(Report report, Size size, List<Map<String, Double>> rounds) {
        report.row(
                words(size),
                spread(rounds, "affinity, s"),
                spread(rounds, "assigning, s"),
                spread(rounds, "greedy, s"),
                spread(rounds, "resident most, MB"),
                spread(rounds, "first why, s"),
                spread(rounds, "next why, ms"),
                spread(rounds, "again, s"));
    }

    private static void quality(Report report, Size size, String how, Map<String, Double> values) {
        report.row(
                words(size),
                how,
                whole(values, how + ", value"),
                whole(values, how + ", missing"),
                whole(values, how + ", below least"),
                whole(values, how + ", worst paper"),
                whole(values, how + ", least load") + "–" + whole(values, how + ", most load"),
                whole(values, how + ", same institution"),
                whole(values, how + ", same country"),
                whole(values, how + ", without senior"));
    }

    private static void more(Report report, Size size, Map<String, Double> values) {
        var value = values.getOrDefault("flow, value", 0.0);
        report.line("");
        report.line(
                ("%s: %s pairs of texts are kept; the best assignment is worth at most %s points more (%s %%); with no pair"
                                + " likelier than 0.9 it is worth %s %% less; after ten pairs were forbidden %s pairs are new, without stability %s.")
                        .formatted(
                                words(size),
                                whole(values, "pairs"),
                                whole(values, "gap"),
                                Measured.number(100 * values.getOrDefault("gap", 0.0) / value),
                                Measured.number(100 * (value - values.getOrDefault("capped, value", 0.0)) / value),
                                whole(values, "again, changes"),
                                whole(values, "again without stability, changes")));
    }

    private static String words(Size size) {
        return "%,d × %d, %,d (%d–%d)"
                .formatted(size.papers(), size.demand(), size.reviewers(), size.least(), size.most());
    }

    private static String spread(List<Map<String, Double>> rounds, String name) {
        return Measured.spread(rounds.stream()
                .mapToDouble(round -> round.getOrDefault(name, Double.NaN))
                .toArray());
    }

    private static String whole(Map<String, Double> values, String name) {
        return "%,.0f".formatted(values.getOrDefault(name, Double.NaN));
    }

    private static Map<String, Double> run(Settings settings, Size size) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AssignedOnce.class.getName(),
                        settings.demo("papers-corl2024.json").toString(),
                        String.valueOf(size.papers()),
                        String.valueOf(size.demand()),
                        String.valueOf(size.reviewers()),
                        String.valueOf(size.least()),
                        String.valueOf(size.most()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var values = new HashMap<String, Double>();
        try (var lines = process.inputReader()) {
            lines.lines().filter(line -> line.contains("=")).forEach(line -> {
                var middle = line.lastIndexOf('=');
                values.put(line.substring(0, middle), Double.parseDouble(line.substring(middle + 1)));
            });
        }
        if (process.waitFor() != 0) throw new IllegalStateException("Assigning " + words(size) + " failed");
        return values;
    }
}
