package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.IntFunction;
import org.plenary.embedded.Kind;

/** One kind of work, measured over HTTP and with the same statements in pgbench: in pairs, one at once after the other. */
final class Paired {
    private static final int TRACES = 8;

    private final Platform platform;
    private final Sale sale;
    private final PgBench pgbench;
    private final Report report;

    Paired(Platform platform, Sale sale, PgBench pgbench, Report report) {
        this.platform = platform;
        this.sale = sale;
        this.pgbench = pgbench;
        this.report = report;
    }

    /** Does the work once and tells what it sent to the database. */
    interface Once {
        OneOrder traced(Trace trace) throws Exception;
    }

    /** What is waited for before pgbench begins. */
    interface Rest {
        void await() throws Exception;
    }

    /**
     * Writes the script for pgbench, when the work sent the same twice: some other work may come between, and what is remembered for
     * some seconds is asked for now and then.
     *
     * @param what the work is called
     */
    Path script(String what, Once work) throws Exception {
        var log = platform.services().service(Kind.POSTGRES).log();
        if (log == null) throw new IllegalStateException("the database keeps no log");
        var trace = new Trace(platform.database(), log);
        trace.begin();
        try {
            var seen = new ArrayList<OneOrder>();
            for (var i = 0; i < TRACES; i++) {
                var one = work.traced(trace);
                for (var other : seen) if (one.kinds().equals(other.kinds())) return save(what, one, other);
                seen.add(one);
            }
        } finally {
            trace.end();
        }
        throw new IllegalStateException(what + " did not send the same statements twice in " + TRACES + " tries");
    }

    private Path save(String what, OneOrder one, OneOrder other) throws IOException {
        report.line(
                "%s sends %d statements: %s.".formatted(what, one.statements().size(), Trace.kinds(one.statements())));
        report.line("");
        var file = platform.settings().data().resolve("pgbench-" + sale.slug() + ".sql");
        var fees = sale.fees() == 1 ? 0 : sale.fees();
        TransactionScript.save(file, TransactionScript.of(one.statements(), other.statements(), one.code(), fees));
        return file;
    }

    void measure(Path script, int clients, IntFunction<Load.Client> making, Rest rest) throws Exception {
        var rounds = new Rounds();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            var work = new Processors(platform);
            var http = Load.closed(clients, platform.settings().length(), making);
            rest.await();
            var ofHttp = work.since();
            work = new Processors(platform);
            var bench = pgbench.run(
                    script,
                    platform.organizer().schema(),
                    clients,
                    platform.settings().seconds());
            rounds.add(http, ofHttp, bench, work.since());
            Mails.forget(platform.database());
        }
        rounds.write(clients, report);
    }
}
