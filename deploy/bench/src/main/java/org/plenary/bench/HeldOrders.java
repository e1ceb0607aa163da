package org.plenary.bench;

import java.time.Duration;
import java.util.List;

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

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int seconds(Settings settings) {
        return 90 + settings.points(2 * SALES.size() * CLIENTS.length);
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
            var paired = new Paired(platform, pgbench);
            var script = paired.script(
                    "orders-" + sale.slug(), Drawn.fees(sale.fees()), trace -> Sent.byOrder(organizer, sale, trace));
            report.line("An order " + script.said());
            report.line("");
            Rounds.columns(report, "Clients");
            for (var clients : CLIENTS)
                paired.measure(script, clients, sale.buyers(organizer), () -> {})
                        .write(report, clients);
        }
    }
}
