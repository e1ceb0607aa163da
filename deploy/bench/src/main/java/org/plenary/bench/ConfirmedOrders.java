package org.plenary.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders that cost nothing: confirmed at once, and each with a mail that has the ticket as a PDF. The mails are behind the
 * answers, so both are told: how fast orders are answered, and how fast all is done.
 */
final class ConfirmedOrders implements Scenario {
    private static final int ORDERS = 200;
    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "confirmed";
    }

    @Override
    public int seconds(Settings settings) {
        return 30 + 15 * settings.rounds();
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        report.title("Free orders, confirmed with ticket and mail (%d orders, %d clients)".formatted(ORDERS, CLIENTS));
        var organizer = platform.organizer();
        var sale = new Sale("free", 1, 0, true).open(organizer);
        var database = organizer.database();
        burst(sale, organizer, ORDERS / 4);
        Mails.allSent(database);
        report.columns("Answered a second", "Done a second, mails sent", "ms, 50 / 95 / 99 %");
        for (var i = 0; i < platform.settings().rounds(); i++) {
            var begin = System.nanoTime();
            var measured = burst(sale, organizer, ORDERS);
            Mails.allSent(database);
            var whole = (System.nanoTime() - begin) / 1e9;
            report.row(
                    Measured.number(measured.perSecond()),
                    Measured.number(measured.times().getTotalCount() / whole),
                    measured.percentiles());
        }
    }

    private static Measured burst(Sale sale, Organizer organizer, int orders) throws IOException, InterruptedException {
        var left = new AtomicInteger(orders);
        var buyers = sale.buyers(organizer);
        return Load.counted(CLIENTS, left, buyers);
    }
}
