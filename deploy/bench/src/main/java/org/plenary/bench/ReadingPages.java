package org.plenary.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What everybody reads, on the demonstration conference of a learned society, against the same statements in pgbench where it sends
 * any.
 */
final class ReadingPages implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    private static final double SHARE = 0.5;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.points(2 * 2 * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        var conference = DemoConference.in(platform, organizer);
        var pages = new LinkedHashMap<String, byte[]>();
        pages.put("conference page", organizer.browse("/c/" + conference.slug(), ""));
        pages.put("availability", organizer.open("GET", conference.path() + "/availability", ""));
        var paired = new Paired(platform, new PgBench(platform.database()));
        report.title("Pages a second over HTTP (A) and in pgbench (B), A B A B");
        var scripts = new LinkedHashMap<String, Paired.Script>();
        for (var page : pages.entrySet()) {
            Load.closed(8, platform.settings().warmUp(), readers(organizer, page.getValue()));
            var script = paired.script(
                    page.getKey().replace(' ', '-'),
                    List.of(),
                    trace -> Sent.byReading(organizer, page.getValue(), trace));
            scripts.put(page.getKey(), script);
            report.line("The " + page.getKey() + " " + script.said());
        }
        report.line("");
        Rounds.columns(report, "What", "Clients");
        var most = new LinkedHashMap<String, Double>();
        for (var page : pages.entrySet())
            for (var clients : CLIENTS) {
                var readers = readers(organizer, page.getValue());
                var rounds = paired.measure(scripts.get(page.getKey()), clients, readers, () -> {});
                rounds.write(report, page.getKey(), clients);
                if (clients == 16) most.put(page.getKey(), rounds.perSecond());
            }
        report.line("");
        for (var page : pages.entrySet())
            atHalf(platform, page.getKey(), most.get(page.getKey()), readers(organizer, page.getValue()), report);
    }

    private static void atHalf(
            Platform platform, String page, double most, IntFunction<Load.Client> readers, Report report)
            throws InterruptedException {
        var open = Load.open(most * SHARE, 64, platform.settings().length(), readers);
        report.line(
                "The %s at half of what 16 clients reach, %s a second arriving whatever becomes of them: %s ms, corrected for waiting."
                        .formatted(page, Measured.number(open.perSecond()), open.percentiles()));
    }

    private static IntFunction<Load.Client> readers(Organizer organizer, byte[] page) {
        return number -> new Requests(organizer.wire(), 200, () -> page);
    }
}
