package org.plenary.bench;

import java.util.ArrayList;
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
        var read = new ArrayList<Page>();
        for (var page : pages.entrySet())
            read.add(Page.warm(
                    platform,
                    paired,
                    page.getKey(),
                    readers(organizer, page.getValue()),
                    trace -> Sent.byReading(organizer, page.getValue(), trace)));
        for (var page : read)
            report.line("The " + page.name() + " " + page.script().said());
        report.line("");
        Rounds.columns(report, "What", "Clients");
        var halves = new ArrayList<String>();
        for (var page : read)
            for (var clients : CLIENTS) {
                var rounds = paired.measure(page.script(), clients, page.readers(), () -> {});
                rounds.write(report, page.name(), clients);
                if (clients == 16) halves.add(atHalf(platform, page, rounds.perSecond()));
            }
        report.line("");
        halves.forEach(report::line);
    }

    private record Page(String name, IntFunction<Load.Client> readers, Paired.Script script) {
        /** What it sends is looked at when it has been read for a while. */
        static Page warm(
                Platform platform, Paired paired, String name, IntFunction<Load.Client> readers, Paired.Once once)
                throws Exception {
            Load.closed(8, platform.settings().warmUp(), readers);
            return new Page(name, readers, paired.script(name.replace(' ', '-'), List.of(), once));
        }
    }

    private static String atHalf(Platform platform, Page page, double most) throws InterruptedException {
        var open = Load.open(most * SHARE, 64, platform.settings().length(), page.readers());
        return "The %s at half of what 16 clients reach, %s a second arriving whatever becomes of them: %s ms, corrected for waiting."
                .formatted(page.name(), Measured.number(open.perSecond()), open.percentiles());
    }

    private static IntFunction<Load.Client> readers(Organizer organizer, byte[] page) {
        return number -> new Requests(organizer.wire(), 200, () -> page);
    }
}
