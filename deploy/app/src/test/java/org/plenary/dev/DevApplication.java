package org.plenary.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.plenary.Application;
import org.plenary.tenancy.TenantUpgrade;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Starts the platform with demo data and all it needs: what {@code mvn spring-boot:test-run} runs. */
public final class DevApplication {
    private static final int USUAL_PORT = 8080;

    private DevApplication() {}

    public static void main(String[] args) throws IOException {
        // before the first HTTP client is made: the demo data is sent to tenants' hosts, which the JDK cannot resolve
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        var begin = Instant.now();
        var port = port(args);
        var surroundings = Surroundings.start(dataFolder(), true, port);
        var application = new SpringApplication(Application.class, DevConfiguration.class);
        application.setAdditionalProfiles("demo");
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("embeddedServices", surroundings.services()));
        surroundings.properties().forEach((name, value) -> System.setProperty(name, Objects.toString(value)));
        var context = application.run(args);
        // Data of an older version is brought to this one; in production that is done before the roll-out.
        context.getBean(TenantUpgrade.class).run();
        Welcome.print(surroundings.services(), context, Duration.between(begin, Instant.now()));
    }

    /** Beside the sources, ignored by git, so that the next start finds it again. */
    private static Path dataFolder() {
        var given = System.getenv("PLENARY_DATA");
        if (given != null) return Path.of(given);
        var here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !here.resolve("deploy/app").toFile().isDirectory()) here = here.getParent();
        return here.resolve(".data");
    }

    /** The services around it, such as the card sandbox, send to the port that is asked for. */
    private static int port(String[] args) throws IOException {
        var asked = new SimpleCommandLinePropertySource(args).getProperty("server.port");
        return asked == null ? freePort() : Integer.parseInt(asked);
    }

    private static int freePort() throws IOException {
        for (var port = USUAL_PORT; port < USUAL_PORT + 100; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("0.0.0.0"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody listens there: the next one
            }
        }
        throw new IOException("no free port from " + USUAL_PORT);
    }
}
