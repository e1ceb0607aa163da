package org.plenary.bench;

import java.nio.file.Files;
import java.util.List;

/** From nothing to ready. */
final class Starting implements Scenario {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public int seconds(Settings settings) {
        return 120;
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        report.title("Start to ready (seconds; the production jar, without Maven and demo data)");
        report.columns("What", "Services", "Application", "Both");
        var begin = System.nanoTime();
        platform.services();
        row(platform, report, "first time, empty data folder", begin);
        platform.stopServices();
        begin = System.nanoTime();
        platform.services();
        row(platform, report, "second time", begin);
        alone(platform, report, "application alone, services run", List.of());
        begin = System.nanoTime();
        var cache = platform.trained();
        report.row(
                "to make the AOT cache, " + Files.size(cache) / 1_000_000 + " MB",
                "–",
                Measured.number((System.nanoTime() - begin) / 1e9),
                "–");
        alone(platform, report, "application alone, with the AOT cache", List.of("-XX:AOTCache=" + cache));
    }

    private static void alone(Platform platform, Report report, String what, List<String> options) throws Exception {
        var seconds = new double[platform.settings().rounds()];
        for (var i = 0; i < seconds.length; i++) {
            try (var application = platform.startApplication(options)) {
                seconds[i] = application.startedIn().toMillis() / 1e3;
            }
        }
        report.row(what, "–", Measured.spread(seconds), "–");
    }

    private static void row(Platform platform, Report report, String what, long begin) throws Exception {
        var services = System.nanoTime() - begin;
        try (var application = platform.startApplication()) {
            report.row(
                    what,
                    Measured.number(services / 1e9),
                    Measured.number(application.startedIn().toMillis() / 1e3),
                    Measured.number((System.nanoTime() - begin) / 1e9));
        }
    }
}
