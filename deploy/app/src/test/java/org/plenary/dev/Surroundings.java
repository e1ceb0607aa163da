package org.plenary.dev;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;
import org.springframework.boot.SpringApplication;

/** The services around the application: those given by an address in the environment are used, all others are started. */
public final class Surroundings implements AutoCloseable {
    private static final Map<Kind, String> GIVEN_BY = Map.of(
            Kind.POSTGRES, "PLENARY_DATABASE_URL",
            Kind.REDIS, "PLENARY_REDIS_URL",
            Kind.ELASTICSEARCH, "PLENARY_SEARCH_URL",
            Kind.MAIL, "PLENARY_SMTP_URL",
            Kind.SANDBOX, "PLENARY_STRIPE_SECRET_KEY");

    private final EmbeddedServices services;
    private final EnumSet<Kind> started;
    private final int port;

    private Surroundings(EmbeddedServices services, EnumSet<Kind> started, int port) {
        this.services = services;
        this.started = started;
        this.port = port;
    }

    /** @param port where the application will listen */
    public static Surroundings start(Path data, boolean durable, int port) {
        return start(data, durable, port, System.getenv());
    }

    static Surroundings start(Path data, boolean durable, int port, Map<String, String> environment) {
        var wanted = EnumSet.allOf(Kind.class);
        GIVEN_BY.forEach((kind, variable) -> {
            if (environment.containsKey(variable)) wanted.remove(kind);
        });
        // what is kept is for people; what is not kept is for tests, which look at each call of the card sandbox
        var recording = durable ? null : data.resolve("sandbox-recording");
        var services = EmbeddedServices.start(new Settings(data, wanted, durable, port, recording));
        // Both at once would have the application wait for a database that is gone.
        services.leaveExitToCaller();
        SpringApplication.getShutdownHandlers().add(services::close);
        return new Surroundings(services, wanted, port);
    }

    public EmbeddedServices services() {
        return services;
    }

    /** Settings that point the application at what was started. */
    public Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", port);
        properties.put("plenary.gallery", true);
        properties.put("plenary.webhooks.loopback-allowed", true);
        properties.put("plenary.sign-in.loopback-allowed", true);
        // who tries the platform out should meet the limits of a plan only where they look for them
        properties.put("plenary.plans.free.delegates", 20_000);
        properties.put("plenary.plans.free.conferences", 200);
        properties.put("plenary.plans.free.staff", 1_000);
        properties.put("plenary.plans.free.storage", "100GB");
        properties.put("plenary.plans.agreed.tiny.delegates", 2);
        properties.put("plenary.plans.agreed.tiny.conferences", 1);
        properties.put("plenary.plans.agreed.small.staff", 5);
        properties.put("plenary.plans.agreed.small.storage", "64KB");
        properties.put("plenary.identity.operator-client.secret", "operator");
        for (var kind : started) {
            switch (kind) {
                case POSTGRES -> {
                    properties.put(
                            "plenary.database.url", services.service(kind).address());
                    properties.put(
                            "plenary.database.user", services.service(kind).user());
                }
                case REDIS ->
                    properties.put("plenary.redis.url", services.service(kind).address());
                case ELASTICSEARCH -> {
                    properties.put("plenary.search.url", services.service(kind).address());
                    // a small node; with one only, nobody would see what is asked in the wrong shard
                    properties.put("plenary.search.shards", 2);
                }
                case MAIL ->
                    properties.put("plenary.smtp.url", services.service(kind).address());
                case SANDBOX -> {
                    services.stripe().forEach((name, value) -> properties.put("plenary.stripe." + name, value));
                    properties.put(
                            "plenary.security.form-action",
                            services.service(kind).address().replace("127.0.0.1", "localhost"));
                }
            }
        }
        return properties;
    }

    @Override
    public void close() {
        services.close();
    }
}
