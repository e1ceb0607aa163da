package org.plenary.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.plenary.embedded.Kind;

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
    private static final int TRACES = 8;
    private static final double SHARE = 0.5;

    @Override
    public String name() {
        return "visits";
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
            var script = script(platform, organizer, sale, report);
            report.columns(
                    "Clients",
                    "A: HTTP",
                    "B: pgbench",
                    "A : B",
                    "HTTP ms for all four pages, 50 / 95 / 99 %",
                    "Processor ms a visit: application, database (A); database (B)");
            for (var clients : CLIENTS) pairs(platform, organizer, sale, script, pgbench, clients, report);
            report.line("");
            atHalf(platform, organizer, sale, report);
        }
    }

    private static IntFunction<Load.Client> visitors(Organizer organizer, Sale sale) {
        return number -> new Visitor(organizer, sale);
    }

    private static Path script(Platform platform, Organizer organizer, Sale sale, Report report) throws Exception {
        var log = platform.services().service(Kind.POSTGRES).log();
        if (log == null) throw new IllegalStateException("the database keeps no log");
        var first = new Sale(sale.slug(), 1, 0, true);
        var trace = new Trace(platform.database(), log);
        trace.begin();
        try (var visitor = new Visitor(organizer, first)) {
            for (var i = 0; i < TRACES; i++) {
                var one = OneOrder.visit(organizer, visitor, trace);
                Mails.allSent(organizer.database());
                var other = OneOrder.visit(organizer, visitor, trace);
                Mails.allSent(organizer.database());
                if (!one.kinds().equals(other.kinds())) continue;
                report.line("A visit sends %d statements: %s."
                        .formatted(one.statements().size(), Trace.kinds(one.statements())));
                report.line("");
                var file = platform.settings().data().resolve("pgbench-" + sale.slug() + ".sql");
                var fees = sale.fees() == 1 ? 0 : sale.fees();
                TransactionScript.save(
                        file, TransactionScript.of(one.statements(), other.statements(), one.code(), fees));
                return file;
            }
        } finally {
            trace.end();
        }
        throw new IllegalStateException("no two visits of " + TRACES + " sent the same statements");
    }

    private static void pairs(
            Platform platform, Organizer organizer, Sale sale, Path script, PgBench pgbench, int clients, Report report)
            throws Exception {
        var rounds = new Rounds();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            var work = new Processors(platform);
            var http = Load.closed(clients, platform.settings().length(), visitors(organizer, sale));
            var ofHttp = work.since();
            Mails.allSent(organizer.database());
            work = new Processors(platform);
            var bench = pgbench.run(
                    script, organizer.schema(), clients, platform.settings().seconds());
            rounds.add(http, ofHttp, bench, work.since());
        }
        rounds.write(clients, report);
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
