package org.plenary.bench;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** The mails that follow what was measured. */
final class Mails {
    private static final int PATIENCE_SECONDS = 240;

    private Mails() {}

    /** Waits until every event is delivered. It asks on one connection: to begin one costs the database as much as an order. */
    static void allSent(Database database) throws Exception {
        try (var connection = database.open();
                var waiting = connection.prepareStatement(
                        "select exists (select from control.event_publication where completion_date is null)")) {
            for (var i = 0; i < PATIENCE_SECONDS * 20; i++) {
                try (var row = waiting.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) return;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("mails were still waiting after " + PATIENCE_SECONDS + " s");
    }

    /**
     * Forgets the events that pgbench wrote and nobody delivers. The application would find them late a minute after, and make
     * tickets and mails for all these orders beside the next ones that are measured.
     */
    static void forget(Database database) throws SQLException {
        database.execute("delete from control.event_publication");
    }
}
