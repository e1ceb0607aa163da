package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A thousand organizations sign up, many at once, and then all their schemas are upgraded to a next version, while this one goes on
 * serving them. The next version is this jar with three more changes: a table, a column with a default, and an index.
 */
final class ManySignUps implements Scenario {
    private static final int AT_ONCE = 16;
    private static final String LOG = "migrate.log";
    private static final Pattern OWN_TIME = Pattern.compile("upgraded schemas=\\d+ failed=0 ms=(\\d+)");
    private static final String NEXT = """
            --liquibase formatted sql
            --changeset bench:next-table
            create table next_version (id uuid not null, note text, constraint next_version_pk primary key (id));
            --changeset bench:next-column
            alter table orders add column next_version text not null default '-';
            --changeset bench:next-index
            create index orders_next_version on orders (contact_country, next_version);
            """;

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.tenants() / 2;
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var count = platform.settings().tenants();
        platform.application();
        report.title("%d organizations sign up, %d at once; then all schemas are upgraded".formatted(count, AT_ONCE));
        report.columns("What", "Seconds", "A second", "ms each, 50 / 95 / 99 %");
        var signUps = signUp(platform, count);
        report.row(
                "sign-up over HTTP: code by mail, schema, owner, ready",
                Measured.number(signUps.length().toMillis() / 1e3),
                Measured.number(signUps.perSecond()),
                signUps.percentiles());
        upgrade(platform, count, report);
    }

    private static Measured signUp(Platform platform, int count) throws InterruptedException {
        return Load.counted(AT_ONCE, new AtomicInteger(count), new SignUp(platform).clients(ManySignUps::slug));
    }

    private static void upgrade(Platform platform, int count, Report report) throws Exception {
        var folder = platform.data().resolve("next");
        var changes = Files.createDirectories(folder.resolve("db/tenant/changes"));
        Files.writeString(changes.resolve("999-next.sql"), NEXT);
        var served = new AtomicBoolean(true);
        var reading = new Readers(platform.application().port(), count, served);
        var thread = Thread.ofPlatform().start(reading);
        var begin = System.nanoTime();
        migrate(platform, folder);
        var whole = System.nanoTime() - begin;
        served.set(false);
        thread.join();
        var upgrading = ownTime(platform);
        report.row(
                "upgrade of all, three changes each, by its own log",
                Measured.number(upgrading / 1e3),
                Measured.number(count * 1e3 / Math.max(1, upgrading)),
                "–");
        report.row("the whole of it, from the start of Java to its end", Measured.number(whole / 1e9), "–", "–");
        var upgraded = platform.database()
                .texts("select count(*) from information_schema.tables where table_name = 'next_version'")
                .getFirst();
        report.line("");
        report.line(
                "%s schemas have the new table. Meanwhile the version before answered %d pages of organizations by chance, %d of them not with 200."
                        .formatted(upgraded, reading.answered.get(), reading.refused.get()));
    }

    /** Milliseconds. */
    private static long ownTime(Platform platform) throws IOException {
        var said = OWN_TIME.matcher(Files.readString(platform.data().resolve(LOG)));
        if (!said.find()) throw new IllegalStateException("the upgrade did not say how long it took");
        return Long.parseLong(said.group(1));
    }

    private static void migrate(Platform platform, Path folder) throws Exception {
        platform.migrate(folder, platform.data().resolve(LOG));
    }

    private static String slug(int number) {
        return "m%05d".formatted(number);
    }

    /** Visitors of organizations by chance, one after the other, on the version that is being replaced. */
    private record Readers(int port, int count, AtomicBoolean served, AtomicInteger answered, AtomicInteger refused)
            implements Runnable {
        Readers(int port, int count, AtomicBoolean served) {
            this(port, count, served, new AtomicInteger(), new AtomicInteger());
        }

        @Override
        public void run() {
            try (var wire = new Wire(port)) {
                while (served.get()) {
                    var host = slug(ThreadLocalRandom.current().nextInt(count)) + ".localhost:" + port;
                    var answer = wire.send(Wire.request("GET", host, "/", Map.of(), ""));
                    answered.incrementAndGet();
                    if (answer.status() != 200) refused.incrementAndGet();
                    Thread.sleep(Duration.ofMillis(5));
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
