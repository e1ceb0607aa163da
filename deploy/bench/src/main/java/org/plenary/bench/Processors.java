package org.plenary.bench;

import java.io.IOException;
import org.plenary.embedded.Kind;

/** The processor time of the application and of the database from now on. */
final class Processors {
    private final long application;
    private final long database;
    private final Spent before;

    Processors(Platform platform) throws Exception {
        application = platform.application().pid();
        database = platform.services().service(Kind.POSTGRES).pid();
        before = now();
    }

    /** In milliseconds. */
    record Spent(long application, long database) {}

    Spent since() throws IOException {
        var now = now();
        return new Spent(now.application() - before.application(), now.database() - before.database());
    }

    private Spent now() {
        return new Spent(
                Machine.processorTime(application).toMillis(),
                Machine.processorTime(database).toMillis());
    }
}
