package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.plenary.embedded.Kind;

/** One kind of work, measured over HTTP and with the same statements in pgbench: in pairs, one at once after the other. */
final class Paired {
    private static final int TRACES = 8;
    private static final PgBench.Rate NONE = new PgBench.Rate(0, 0);

    private final Platform platform;
    private final PgBench pgbench;

    Paired(Platform platform, PgBench pgbench) {
        this.platform = platform;
        this.pgbench = pgbench;
    }

    /** Does the work once and tells what it sent to the database. */
    interface Once {
        Sent traced(Trace trace) throws Exception;
    }

    /** What is waited for before one side and the next. */
    interface Rest {
        void await() throws Exception;
    }

    /**
     * What pgbench runs.
     *
     * @param statements that one piece of work sends; without any there is nothing to compare it with
     */
    record Script(Path file, List<Trace.Statement> statements) {
        String said() {
            return statements.isEmpty()
                    ? "sends no statement: all that it needs is remembered."
                    : "sends %d statements: %s.".formatted(statements.size(), Trace.kinds(statements));
        }
    }

    /**
     * Writes the script for pgbench, when the work sent the same twice: some other work may come between, and what is remembered for
     * some seconds is asked for now and then.
     *
     * @param name of the script
     * @param drawn what pgbench takes anew, besides what is each piece's own
     */
    Script script(String name, List<Drawn> drawn, Once work) throws Exception {
        var log = platform.services().service(Kind.POSTGRES).log();
        if (log == null) throw new IllegalStateException("the database keeps no log");
        var trace = new Trace(platform.database(), log);
        trace.begin();
        try {
            var seen = new ArrayList<Sent>();
            for (var i = 0; i < TRACES; i++) {
                var one = work.traced(trace);
                for (var other : seen) if (one.kinds().equals(other.kinds())) return save(name, drawn, one, other);
                seen.add(one);
            }
        } finally {
            trace.end();
        }
        throw new IllegalStateException(name + " did not send the same statements twice in " + TRACES + " tries");
    }

    private Script save(String name, List<Drawn> drawn, Sent one, Sent other) throws IOException {
        var file = platform.settings().data().resolve("pgbench-" + name + ".sql");
        var all = Stream.concat(one.own().stream(), drawn.stream()).toList();
        TransactionScript.save(file, TransactionScript.of(one.statements(), other.statements(), all));
        return new Script(file, one.statements());
    }

    Rounds measure(Script script, int clients, IntFunction<Load.Client> making, Rest rest) throws Exception {
        var rounds = new Rounds();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            var work = new Processors(platform);
            var http = Load.closed(clients, platform.settings().length(), making);
            rest.await();
            var ofHttp = work.since();
            work = new Processors(platform);
            var bench = script.statements().isEmpty() ? NONE : bench(script, clients);
            rounds.add(http, ofHttp, bench, work.since());
            Mails.forget(platform.database());
        }
        return rounds;
    }

    private PgBench.Rate bench(Script script, int clients) throws Exception {
        return pgbench.run(
                script.file(),
                platform.organizer().schema(),
                clients,
                platform.settings().seconds());
    }
}
