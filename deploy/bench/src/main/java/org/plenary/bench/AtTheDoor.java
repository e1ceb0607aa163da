package org.plenary.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Tickets are scanned at the door over HTTP, each for the first time, against the same statements in pgbench. */
final class AtTheDoor implements Scenario {
    private static final int[] CLIENTS = {1, 16, 64};
    /** More tickets than either side lets in during a round of the usual length. */
    private static final int HALF = 18_000;

    private static final Crowd CROWD = new Crowd("door", Crowd.confirmed(2 * HALF));

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public int seconds(Settings settings) {
        return 30 + settings.points(2 * CLIENTS.length);
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        CROWD.open(organizer);
        var next = new AtomicInteger();
        Load.closed(8, platform.settings().warmUp(), scanners(organizer, next));
        Mails.allSent(organizer.database());
        report.title("Check-ins a second over HTTP (A) and in pgbench (B), A B A B");
        var paired = new Paired(platform, new PgBench(platform.database()));
        var script = script(paired, organizer, next);
        report.line("A check-in " + script.said());
        report.line("");
        Rounds.columns(report, "Clients");
        for (var clients : CLIENTS)
            paired.measure(script, clients, scanners(organizer, next), () -> sendHome(organizer))
                    .write(report, clients);
    }

    /** Tickets of the second half, each once. */
    private static IntFunction<Load.Client> scanners(Organizer organizer, AtomicInteger next) {
        return number -> new Requests(organizer.wire(), 200, () -> scan(organizer, next(next)));
    }

    private static String next(AtomicInteger next) {
        return CROWD.ticket(Crowd.confirmed(HALF + Math.floorMod(next.getAndIncrement(), HALF)));
    }

    private static byte[] scan(Organizer organizer, String ticket) {
        return organizer.signed(
                "POST", CROWD.path() + "/check-ins", "{\"ticket\": \"" + ticket + "\", \"gate\": \"North\"}");
    }

    /** Each client of pgbench takes every so manieth ticket of the first half. */
    private static Paired.Script script(Paired paired, Organizer organizer, AtomicInteger next) throws Exception {
        return paired.script("desk", List.of(), trace -> {
            var ticket = next(next);
            var drawn = new Drawn(
                    "\\set ticket (:i * :clients + :client_id) % " + HALF,
                    ticket,
                    "'DOOR' || lpad((:ticket / 9 * 10 + :ticket % 9)::text, 8, '0')");
            return Sent.byChange(
                    organizer,
                    "UPDATE delegate SET checked_in_at",
                    List.of(drawn),
                    200,
                    scan(organizer, ticket),
                    trace);
        });
    }

    /** Everybody can come in once more. */
    private static void sendHome(Organizer organizer) throws Exception {
        Mails.allSent(organizer.database());
        var delegates = organizer.schema() + ".delegate";
        organizer
                .database()
                .execute(
                        "update " + delegates + " set checked_in_at = null, checked_in_gate = null"
                                + " where checked_in_at is not null",
                        "vacuum analyze " + delegates);
    }
}
