package org.plenary.bench;

import java.util.concurrent.TimeUnit;

/** The mails that follow what was measured. */
final class Mails {
    private static final int PATIENCE_SECONDS = 240;

    private Mails() {}

    /** Waits until every event is delivered. */
    static void allSent(Database database) throws Exception {
        for (var i = 0; i < PATIENCE_SECONDS * 20; i++) {
            var waiting = database.texts("select count(*) from control.event_publication where completion_date is null")
                    .getFirst();
            if (waiting.equals("0")) return;
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("mails were still waiting after " + PATIENCE_SECONDS + " s");
    }
}
