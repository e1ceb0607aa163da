package org.plenary.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.plenary.embedded.Kind;

/**
 * Orders that are held until they are paid, over HTTP, against the same statements in pgbench; in pairs, one after the other,
 * because such a machine does not keep its speed.
 */
final class HeldOrders implements Scenario {
    private static final List<Sale> SALES =
            List.of(new Sale("hot", 1, 0, false), new Sale("many", 100, 0, false), new Sale("nights", 1, 3, false));
    private static final List<String> TITLES =
            List.of("one hot quota", "100 quotas by chance", "one hot quota and three hot hotel nights");
    private static final int[] CLIENTS = {1, 8, 16, 64};
    /** Until the compiler is done with what an order needs; a third of it on a busy machine is not enough. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final int TRACES = 8;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        var pgbench = new PgBench(platform.database());
        for (var sale : SALES) sale.open(organizer);
        for (var sale : SALES) Load.closed(8, WARM_UP.dividedBy(SALES.size()), sale.buyers(organizer));
        for (var i = 0; i < SALES.size(); i++) {
            var sale = SALES.get(i);
            report.title("Orders a second over HTTP (A) and in pgbench (B), A B A B: " + TITLES.get(i));
            var script = script(platform, organizer, sale, report);
            report.columns(
                    "Clients",
                    "A: HTTP",
                    "B: pgbench",
                    "A : B",
                    "HTTP ms, 50 / 95 / 99 %",
                    "Processor ms an order: application, database (A); database (B)");
            for (var clients : CLIENTS) pairs(platform, organizer, sale, script, pgbench, clients, report);
        }
    }

    /** The statements of one order, when two orders in turn sent the same: some other work may come between. */
    private static Path script(Platform platform, Organizer organizer, Sale sale, Report report) throws Exception {
        var log = platform.services().service(Kind.POSTGRES).log();
        if (log == null) throw new IllegalStateException("the database keeps no log");
        var trace = new Trace(platform.database(), log);
        trace.begin();
        try {
            for (var i = 0; i < TRACES; i++) {
                var one = OneOrder.place(organizer, sale, trace);
                var other = OneOrder.place(organizer, sale, trace);
                if (!one.kinds().equals(other.kinds())) continue;
                report.line("An order sends %d statements: %s."
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
        throw new IllegalStateException("no two orders of " + TRACES + " sent the same statements");
    }

    private static void pairs(
            Platform platform, Organizer organizer, Sale sale, Path script, PgBench pgbench, int clients, Report report)
            throws Exception {
        var rounds = new Rounds();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            var work = new Processors(platform);
            var http = Load.closed(clients, platform.settings().length(), sale.buyers(organizer));
            var ofHttp = work.since();
            work = new Processors(platform);
            var bench = pgbench.run(
                    script, organizer.schema(), clients, platform.settings().seconds());
            rounds.add(http, ofHttp, bench, work.since());
        }
        rounds.write(clients, report);
    }
}
