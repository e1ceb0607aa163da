package org.plenary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * A conference's page, and an order, at any of many organizations by chance (B) against always the same one (A), A B A B; and how
 * much memory the application and the database's connections hold when all of them have been visited.
 */
final class AnyOfMany implements Scenario {
    private static final int[] COUNTS = {1, 100, 1_000, 5_000};
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Sale SALE = new Sale("many", 1, 0, false);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    @Override
    public String name() {
        return "many";
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        SALE.open(organizer);
        var neighbours = new Neighbours(organizer);
        neighbours.grow(1);
        var kinds =
                List.of(new Kind("page", 200, SALE.page(organizer)), new Kind("order", 201, SALE.order(organizer, 0)));
        for (var kind : kinds)
            Load.closed(8, platform.settings().length().multipliedBy(8), kind.clients(organizer, () -> 0));
        var memory = new ArrayList<String[]>();
        report.title("Any of many organizations (B) against always the same one (A), a second, A B A B");
        report.columns(
                "Organizations",
                "What",
                "Clients",
                "A",
                "B",
                "B : A",
                "B ms, 50 / 95 / 99 %",
                "Processor ms each: application, database (A); the same (B)");
        for (var count : COUNTS) {
            if (count > platform.settings().tenants()) break;
            neighbours.grow(count);
            visitAll(organizer, kinds, count);
            if (count > 1)
                for (var kind : kinds) for (var clients : CLIENTS) compare(platform, kind, count, clients, report);
            memory.add(memory(platform, count));
        }
        report.title("Memory after every organization was visited, MB");
        report.columns("Organizations", "Heap in use", "Application in all", "Database connections: private memory");
        for (var row : memory) report.row((Object[]) row);
    }

    /** @param request as the first organization gets it; its host is exchanged */
    private record Kind(String name, int expected, byte[] request) {
        IntFunction<Load.Client> clients(Organizer organizer, IntSupplier which) {
            var text = new String(request, StandardCharsets.UTF_8);
            return number -> new Requests(
                    organizer.wire(),
                    expected,
                    () -> text.replaceFirst("Host: [^.]+", "Host: " + Neighbours.slug(which.getAsInt()))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void visitAll(Organizer organizer, List<Kind> kinds, int count) throws InterruptedException {
        for (var kind : kinds) {
            var next = new AtomicInteger();
            Load.counted(16, new AtomicInteger(count), kind.clients(organizer, () -> next.getAndIncrement() % count));
        }
    }

    private static void compare(Platform platform, Kind kind, int count, int clients, Report report) throws Exception {
        var settings = platform.settings();
        var alone = new Side(platform, kind, clients, () -> 0);
        var any = new Side(
                platform, kind, clients, () -> ThreadLocalRandom.current().nextInt(count));
        var ratios = new double[settings.rounds()];
        for (var i = 0; i < ratios.length; i++) {
            var first = alone.round(i);
            ratios[i] = any.round(i) / first;
        }
        report.row(
                count,
                kind.name(),
                clients,
                Measured.spread(alone.perSecond),
                Measured.spread(any.perSecond),
                "**" + Measured.spread(ratios) + "**",
                new Measured(any.times, 0, settings.length()).percentiles(),
                alone.processorTimes() + "; " + any.processorTimes());
    }

    /** One of the two that are compared. */
    private static final class Side {
        private final Platform platform;
        private final Kind kind;
        private final int clients;
        private final IntSupplier which;
        private final double[] perSecond;
        private final Histogram times = Measured.histogram();
        private long application;
        private long database;

        Side(Platform platform, Kind kind, int clients, IntSupplier which) {
            this.platform = platform;
            this.kind = kind;
            this.clients = clients;
            this.which = which;
            perSecond = new double[platform.settings().rounds()];
        }

        /** @return how many were answered a second */
        double round(int number) throws Exception {
            var work = new Processors(platform);
            var measured =
                    Load.closed(clients, platform.settings().length(), kind.clients(platform.organizer(), which));
            if (measured.refused() > 0) throw new IllegalStateException(measured.refused() + " were refused");
            var spent = work.since();
            application += spent.application();
            database += spent.database();
            times.add(measured.times());
            perSecond[number] = measured.perSecond();
            return perSecond[number];
        }

        /** Of one request, in milliseconds: the application's and the database's. */
        String processorTimes() {
            var count = (double) times.getTotalCount();
            return Measured.number(application / count) + ", " + Measured.number(database / count);
        }
    }

    private static String[] memory(Platform platform, int count) throws Exception {
        var application = platform.application().pid();
        command(application, "GC.run");
        var heap = USED.matcher(command(application, "GC.heap_info"));
        if (!heap.find()) throw new IllegalStateException("the heap is not told");
        var processes = platform.database()
                .texts("select pid from pg_stat_activity where application_name like 'plenary-%' order by pid");
        var database = processes.stream()
                .mapToLong(process -> Machine.privateMemory(Long.parseLong(process)))
                .sum();
        return new String[] {
            String.valueOf(count),
            Measured.number(Long.parseLong(heap.group(1)) / 1024.0),
            Measured.number(Machine.privateMemory(application) / 1024.0),
            "%s in %d".formatted(Measured.number(database / 1024.0), processes.size())
        };
    }

    private static String command(long process, String what) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var running = new ProcessBuilder(jcmd, String.valueOf(process), what)
                    .redirectErrorStream(true)
                    .start();
            return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
