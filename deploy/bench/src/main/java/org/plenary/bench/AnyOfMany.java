package org.plenary.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * A conference's page, and an order, at any of many organizations by chance (B) against always the same one (A), A B A B; the
 * same statements in pgbench, whose connections go from schema to schema too; and how much memory the application and the
 * database's connections hold when all of them have been visited. On an application of its own that delivers no events, as in
 * {@link HeldOrders}.
 */
final class AnyOfMany implements Scenario {
    private static final int[] COUNTS = {1, 100, 1_000, 5_000};
    private static final int[] CLIENTS = {1, 16, 64};
    private static final Sale SALE = new Sale("anywhere", 1, 0, false);

    @Override
    public String name() {
        return "many";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + settings.tenants() / 3 + settings.points(8 * CLIENTS.length);
    }

    @Override
    public void measure(Platform others, Report report) throws Exception {
        try (var platform = Platform.beside(others.settings(), "bench-many")) {
            measureOn(platform, report);
        }
    }

    private static void measureOn(Platform platform, Report report) throws Exception {
        var organizer = platform.organizer();
        SALE.open(organizer);
        platform.deliverNothing();
        var neighbours = new Neighbours(organizer);
        neighbours.grow(1);
        var kinds =
                List.of(new Kind("page", 200, SALE.page(organizer)), new Kind("order", 201, SALE.order(organizer, 0)));
        for (var kind : kinds)
            Load.closed(8, platform.settings().length().multipliedBy(8), kind.clients(organizer, () -> 0));
        var bound = SchemasByChance.traced(platform, "many-order", trace -> Sent.byOrder(organizer, SALE, trace));
        report.title("Any of many organizations (B) against always the same one (A), a second, A B A B");
        report.line("An order " + bound.said());
        report.line("");
        report.columns(
                "Organizations",
                "What",
                "Clients",
                "A",
                "B",
                "B : A",
                "pgbench: B : A",
                "B : pgbench's B",
                "B ms, 50 / 95 / 99 %",
                "Processor ms each: application, database (A); the same (B)");
        var memory = new ArrayList<String[]>();
        for (var count : COUNTS) {
            if (count > platform.settings().tenants()) break;
            neighbours.grow(count);
            visitAll(organizer, kinds, count);
            if (count > 1)
                for (var clients : CLIENTS) {
                    compare(platform, kinds.getFirst(), count, clients, Optional.empty(), report);
                    compare(platform, kinds.getLast(), count, clients, Optional.of(bound), report);
                }
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

    private static void compare(
            Platform platform, Kind kind, int count, int clients, Optional<SchemasByChance> bound, Report report)
            throws Exception {
        var alone = new Side();
        var any = new Side();
        var database = new SchemasByChance.Rates();
        for (var i = 0; i < platform.settings().rounds(); i++) {
            alone.round(platform, clients, kind.clients(platform.organizer(), () -> 0));
            any.round(
                    platform,
                    clients,
                    kind.clients(
                            platform.organizer(),
                            () -> ThreadLocalRandom.current().nextInt(count)));
            if (bound.isPresent())
                database.add(bound.get().alone(clients), bound.get().any(clients, count));
        }
        if (alone.refused() + any.refused() > 0) throw new IllegalStateException("some were refused");
        report.row(
                count,
                kind.name(),
                clients,
                alone.perSecond(),
                any.perSecond(),
                any.ratioTo(alone),
                bound.isPresent() ? database.anyToAlone() : "–",
                bound.isPresent() ? database.shareReachedBy(any) : "–",
                any.percentiles(),
                alone.processorTimes() + "; " + any.processorTimes());
    }

    private static String[] memory(Platform platform, int count) throws Exception {
        var application = platform.application().pid();
        var processes = platform.database()
                .texts("select pid from pg_stat_activity where application_name like 'plenary-%' order by pid");
        var database = processes.stream()
                .mapToLong(process -> Machine.privateMemoryOrNone(Long.parseLong(process)))
                .sum();
        try (var java = Jvm.of(application)) {
            return new String[] {
                String.valueOf(count),
                Measured.number(java.heapInUse()),
                Measured.number(Machine.privateMemory(application) / 1024.0),
                "%s in %d".formatted(Measured.number(database / 1024.0), processes.size())
            };
        }
    }
}
