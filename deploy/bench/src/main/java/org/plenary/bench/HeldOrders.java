package org.plenary.bench;

import java.time.Duration;
import java.util.List;

/**
 * Orders that are held until they are paid, over HTTP, against the same statements in pgbench; in pairs, one after the other,
 * because such a machine does not keep its speed. On an application of its own that delivers no events: mails and documents for search
 * that follow an order are not its transaction, and would take the processors from it for minutes.
 */
final class HeldOrders implements Scenario {
    private static final List<Sale> SALES =
            List.of(new Sale("hot", 1, 0, false), new Sale("many", 100, 0, false), new Sale("nights", 1, 3, false));
    private static final List<String> TITLES =
            List.of("one hot quota", "100 quotas by chance", "one hot quota and three hot hotel nights");
    private static final int[] CLIENTS = {1, 8, 16, 64};
    /** Until the compiler is done with what an order needs; a fourth of it on a busy machine is not enough. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int seconds(Settings settings) {
        return 90 + settings.points(2 * SALES.size() * CLIENTS.length);
    }

    @Override
    public void measure(Platform others, Report report) throws Exception {
        try (var platform = Platform.beside(others.settings(), "bench-held")) {
            var organizer = platform.organizer();
            for (var sale : SALES) sale.open(organizer);
            platform.deliverNothing();
            for (var sale : SALES) Load.closed(8, WARM_UP.dividedBy(SALES.size()), sale.buyers(organizer));
            Mails.forget(platform.database());
            // one for all: it makes each order's code once
            var paired = new Paired(platform, new PgBench(platform.database()));
            for (var i = 0; i < SALES.size(); i++) measure(platform, paired, SALES.get(i), TITLES.get(i), report);
        }
    }

    private static void measure(Platform platform, Paired paired, Sale sale, String title, Report report)
            throws Exception {
        var organizer = platform.organizer();
        report.title("Orders a second over HTTP (A) and in pgbench (B), A B A B: " + title);
        var script = paired.script(
                "orders-" + sale.slug(), Drawn.fees(sale.fees()), trace -> Sent.byOrder(organizer, sale, trace));
        report.line("An order " + script.said());
        report.line("");
        Rounds.columns(report, "Clients");
        for (var clients : CLIENTS)
            paired.measure(script, clients, sale.buyers(organizer), () -> {}).write(report, clients);
    }
}
