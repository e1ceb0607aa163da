package org.plenary.bench;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.persistence.DataSourceForBench;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One indexed row, read as the application reads: bound to a tenant, through its data source with the pools as they are set by
 * default. Once always for the same tenant, once for any of a thousand, A B A B. Nothing is written, so no commit waits for
 * the disk and the folder need not be durable.
 */
final class PriceOfTenancy implements Scenario {
    private static final int READS = 20_000;
    private static final int ROWS = 200;

    @Override
    public String name() {
        return "tenancy";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.tenants() / 10;
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var settings = platform.settings();
        // its own server stands beside the other, so that the other can be warm or not there
        Files.createDirectories(settings.tenantsData());
        try (var services = EmbeddedServices.start(
                new org.plenary.embedded.Settings(settings.tenantsData(), EnumSet.of(Kind.POSTGRES), false, 8080))) {
            var database = new Database(services.service(Kind.POSTGRES).address(), "plenary");
            var tenants = ManyTenants.in(database, settings.tenants());
            try (var source = DataSourceForBench.open(database.url(), database.user())) {
                compare(new Reading(JdbcClient.create(source.dataSource()), tenants), database, settings, report);
            }
        }
    }

    private record Reading(JdbcClient jdbc, ManyTenants tenants) {
        /** The time of each read, one after the other. */
        Measured run(int reads, IntSupplier next) {
            var times = Measured.histogram();
            var begin = System.nanoTime();
            for (var i = 0; i < reads; i++) {
                var start = System.nanoTime();
                read(next.getAsInt());
                times.recordValue(System.nanoTime() - start);
            }
            return new Measured(times, 0, java.time.Duration.ofNanos(System.nanoTime() - begin));
        }

        private void read(int tenant) {
            var code = "C" + ThreadLocalRandom.current().nextInt(1, ROWS + 1);
            var found = Tenancy.callAs(
                    tenants.get(tenant),
                    () -> jdbc.sql("select id from orders where code = :code")
                            .param("code", code)
                            .query(String.class)
                            .list());
            if (found.size() != 1) throw new IllegalStateException("the row " + code + " is there once");
        }
    }

    private static void compare(Reading reading, Database database, Settings settings, Report report) throws Exception {
        var count = reading.tenants().count();
        report.title("The price of tenancy: one indexed row, one caller (%d schemas)".formatted(count));
        reading.run(READS, () -> 0);
        var one = memory(database);
        var rank = new int[1];
        var first = reading.run(count, () -> rank[0]++);
        reading.run(READS, () -> ThreadLocalRandom.current().nextInt(count));
        var rounds = settings.rounds();
        var alone = new double[rounds];
        var any = new double[rounds];
        var ratios = new double[rounds];
        var times = Measured.histogram();
        for (var i = 0; i < rounds; i++) {
            alone[i] = reading.run(READS, () -> 0).millis(50) * 1e3;
            var measured = reading.run(READS, () -> ThreadLocalRandom.current().nextInt(count));
            times.add(measured.times());
            any[i] = measured.millis(50) * 1e3;
            ratios[i] = any[i] / alone[i];
        }
        report.columns("A: always the same tenant, µs", "B: any of them, µs", "B : A", "B ms, 50 / 95 / 99 %");
        report.row(
                Measured.spread(alone),
                Measured.spread(any),
                "**" + Measured.spread(ratios) + "**",
                new Measured(times, 0, java.time.Duration.ofSeconds(1)).percentiles());
        report.line("");
        report.line(
                "A connection's first read of a tenant: %s ms. Private memory of the database's connections: %s with one"
                                .formatted(first.percentiles(), one)
                        + " tenant met, %s with all.".formatted(memory(database)));
    }

    private static String memory(Database database) throws Exception {
        var processes = database.texts(
                "select pid from pg_stat_activity where application_name like 'plenary-tenants-%' order by pid");
        var kilobytes = processes.stream()
                .mapToLong(process -> Machine.privateMemory(Long.parseLong(process)))
                .sum();
        return "%s MB in %d".formatted(Measured.number(kilobytes / 1024.0), processes.size());
    }
}
