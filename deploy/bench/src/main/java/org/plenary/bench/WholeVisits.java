package org.plenary.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * All that a delegate does for a free place (conference page, form, order, confirmation) over HTTP, against the same statements in
 * pgbench. The tickets and mails of the orders are made at the same time, as they are on any day; what is still waiting of them is
 * done before pgbench begins.
 */
final class WholeVisits implements Scenario {
    private static final List<Sale> SALES =
            List.of(new Sale("visit-hot", 1, 0, true), new Sale("visit-many", 100, 0, true));
    private static final List<String> TITLES = List.of("one hot quota", "100 quotas by chance");
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final double SHARE = 0.5;

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.points(6 * SALES.size() * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        var pgbench = new PgBench(platform.database());
        for (var i = 0; i < SALES.size(); i++) {
            var sale = SALES.get(i).open(organizer);
            Load.closed(8, WARM_UP, visitors(organizer, sale));
            Mails.allSent(organizer.database());
            report.title(
                    "Visits a second, from the conference's page to the confirmation of a free place, over HTTP (A)"
                            + " and in pgbench (B), A B A B: " + TITLES.get(i));
            var paired = new Paired(platform, pgbench);
            var script = script(paired, organizer, sale);
            report.line("A visit " + script.said()
                    + " Its times are those of all four pages, its processor time has ticket and" + " mail in it.");
            report.line("");
            Rounds.columns(report, "Clients");
            for (var clients : CLIENTS)
                paired.measure(script, clients, visitors(organizer, sale), () -> Mails.allSent(organizer.database()))
                        .write(report, clients);
            report.line("");
            atHalf(platform, organizer, sale, report);
        }
    }

    private static IntFunction<Load.Client> visitors(Organizer organizer, Sale sale) {
        return number -> new Visitor(organizer, sale);
    }

    /** Always of the first fee; pgbench takes one or another by chance. */
    private static Paired.Script script(Paired paired, Organizer organizer, Sale sale) throws Exception {
        try (var visitor = new Visitor(organizer, new Sale(sale.slug(), 1, 0, true))) {
            return paired.script(
                    sale.slug(), Drawn.fees(sale.fees()), trace -> Sent.byVisit(organizer, visitor, trace));
        }
    }

    private static void atHalf(Platform platform, Organizer organizer, Sale sale, Report report) throws Exception {
        var visitors = visitors(organizer, sale);
        var most = Load.closed(16, platform.settings().length(), visitors);
        Mails.allSent(organizer.database());
        var open = Load.open(
                most.perSecond() * SHARE, 64, platform.settings().length().multipliedBy(2), visitors);
        Mails.allSent(organizer.database());
        report.line(
                "At half of what 16 clients reach, %s a second arriving whatever becomes of them: %s ms, corrected for waiting."
                        .formatted(Measured.number(open.perSecond()), open.percentiles()));
    }
}
