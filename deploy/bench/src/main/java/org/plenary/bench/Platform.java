package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;

/**
 * The services and the application, started when a scenario first asks for them and shared by those that follow. Every
 * commit reaches the disk. Unless asked for, no card provider is set: an order with a price is held, and no payment is started.
 */
final class Platform implements AutoCloseable {
    private static final EnumSet<Kind> NEEDED = EnumSet.of(Kind.POSTGRES, Kind.REDIS, Kind.ELASTICSEARCH, Kind.MAIL);

    private final Settings settings;
    private final Path data;
    private final EnumSet<Kind> kinds;
    private final int port;
    private @Nullable EmbeddedServices services;
    private @Nullable Application application;
    private @Nullable Organizer organizer;

    /** Begins on an empty folder. */
    Platform(Settings settings) throws IOException {
        this(settings, settings.data(), NEEDED);
    }

    private Platform(Settings settings, Path data, EnumSet<Kind> kinds) throws IOException {
        this.settings = settings;
        this.data = data;
        this.kinds = kinds;
        this.port = Application.freePort();
        delete(data);
        Files.createDirectories(data);
    }

    /** Another one beside, in which cards are taken by the sandbox. */
    static Platform withCards(Settings settings) throws IOException {
        var kinds = EnumSet.copyOf(NEEDED);
        kinds.add(Kind.SANDBOX);
        return new Platform(settings, settings.data().resolveSibling("bench-cards"), kinds);
    }

    /** Another one beside. @param folder in which its data is, under the folder of all */
    static Platform beside(Settings settings, String folder) throws IOException {
        return new Platform(settings, settings.data().resolveSibling(folder), NEEDED);
    }

    Settings settings() {
        return settings;
    }

    EmbeddedServices services() throws IOException {
        if (services == null) {
            if (!Files.exists(data)) Files.createDirectories(data);
            services = EmbeddedServices.start(new org.plenary.embedded.Settings(data, kinds, true, port));
        }
        return services;
    }

    Application application() throws Exception {
        if (application == null) application = startApplication();
        return application;
    }

    Application startApplication() throws Exception {
        return startApplication(List.of());
    }

    /** @param options of Java itself */
    Application startApplication(List<String> options) throws Exception {
        return Application.start(
                settings.application(),
                options,
                addresses(services()),
                kinds.contains(Kind.SANDBOX) ? port : Application.freePort(),
                data.resolve("application.log"));
    }

    /** Starts the application again, at the same port: what would follow a request waits from now on, for good. */
    void deliverNothing() throws Exception {
        var port = application().port();
        application().close();
        application = Application.start(
                settings.application(),
                List.of(
                        "-Dplenary.events.per-listener=0",
                        // nor does it take them for lost, and try again
                        "-Dspring.modulith.events.staleness.published=1d"),
                addresses(services()),
                port,
                data.resolve("application.log"));
    }

    /** @return what makes a start shorter, for Java's option {@code -XX:AOTCache} */
    Path trained() throws Exception {
        var cache = data.resolve("application.aot");
        Application.train(settings.application(), cache, addresses(services()), data.resolve("training.log"));
        return cache;
    }

    /** @param next what the version after this one has more, as a folder for its class path */
    void migrate(Path next, Path log) throws Exception {
        Application.migrate(settings.application(), next, addresses(services()), log);
    }

    Path data() {
        return data;
    }

    /** Whoever runs the conferences that the loads are made on. */
    Organizer organizer() throws Exception {
        if (organizer == null) organizer = Organizer.signUp(this, "bench");
        return organizer;
    }

    Database database() throws IOException {
        var postgres = services().service(Kind.POSTGRES);
        return new Database(postgres.address(), "plenary");
    }

    static org.plenary.embedded.Settings served(Path data, Set<Kind> kinds, boolean durable) {
        return new org.plenary.embedded.Settings(data, kinds, durable, 8080);
    }

    private Map<String, String> addresses(EmbeddedServices services) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("PLENARY_DATABASE_URL", services.service(Kind.POSTGRES).address());
        addresses.put("PLENARY_DATABASE_USER", "plenary");
        addresses.put("PLENARY_REDIS_URL", services.service(Kind.REDIS).address());
        addresses.put("PLENARY_SEARCH_URL", services.service(Kind.ELASTICSEARCH).address());
        addresses.put("PLENARY_SMTP_URL", services.service(Kind.MAIL).address());
        addresses.put("PLENARY_FILES_FOLDER", data.resolve("files").toString());
        if (kinds.contains(Kind.SANDBOX))
            services.stripe()
                    .forEach((name, value) -> addresses.put(
                            "PLENARY_STRIPE_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value));
        return addresses;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    void stopServices() {
        if (services != null) services.close();
        services = null;
    }

    @Override
    public void close() throws InterruptedException {
        if (application != null) application.close();
        application = null;
        organizer = null;
        stopServices();
    }
}
