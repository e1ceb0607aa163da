package org.plenary.dev;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;

/** The jar for production as it was packaged, services for it, and what it is told about them. */
final class PackagedApplication implements AutoCloseable {
    private final Path own;
    private final int port;
    private final EmbeddedServices services;

    /** @param port of the node that addresses in mails and redirects name */
    private PackagedApplication(Path own, int port, EmbeddedServices services) {
        this.own = own;
        this.port = port;
        this.services = services;
    }

    static PackagedApplication withServices(Path folder) throws IOException {
        var port = freePort();
        var own = Files.createDirectory(folder.resolve("own"));
        return new PackagedApplication(
                own,
                port,
                EmbeddedServices.start(
                        new Settings(folder.resolve("services"), EnumSet.allOf(Kind.class), false, port)));
    }

    static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "plenary-app-*.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    EmbeddedServices services() {
        return services;
    }

    /** Where it works; whatever it starts works there too. */
    Path folder() {
        return own;
    }

    /** Returns when it serves. @param changes to what it is told */
    StartedApplication serve(int at, Map<String, String> changes) throws Exception {
        var environment = environment();
        environment.put("SERVER_PORT", String.valueOf(at));
        environment.putAll(changes);
        var node = start(environment, "-jar", jar().toString());
        node.await("ready", a -> StartedApplication.isReady(at));
        return node;
    }

    StartedApplication start(Map<String, String> environment, String... arguments) throws IOException {
        return StartedApplication.start(own, environment, arguments);
    }

    Map<String, String> environment() {
        var environment = new LinkedHashMap<>(Map.of(
                "PLENARY_DATABASE_URL", services.service(Kind.POSTGRES).address(),
                "PLENARY_REDIS_URL", services.service(Kind.REDIS).address(),
                "PLENARY_SEARCH_URL", services.service(Kind.ELASTICSEARCH).address(),
                "PLENARY_SMTP_URL", services.service(Kind.MAIL).address(),
                "PLENARY_BASE_URL", "http://localhost:" + port,
                "SERVER_PORT", String.valueOf(port),
                "PLENARY_PLANS_FREE_DELEGATES", "20000",
                "DB_SCHEDULER_POLLING_INTERVAL", "200ms",
                "PLENARY_EVENTS_REDELIVER_EVERY", "250ms"));
        services.stripe()
                .forEach((name, value) -> environment.put(
                        "PLENARY_STRIPE_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }

    @Override
    public void close() {
        services.close();
    }
}
