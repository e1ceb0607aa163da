package org.plenary.bench;

/** From nothing to ready. */
final class Starting implements Scenario {
    @Override
    public String name() {
        return "start";
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
        var rounds = platform.settings().rounds();
        var alone = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            try (var application = platform.startApplication()) {
                alone[i] = application.startedIn().toMillis() / 1e3;
            }
        }
        report.row("application alone, services run", "–", Measured.spread(alone), "–");
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
