package org.plenary.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our stand-in for Stripe, in a JVM of its own that ends with its standard input. */
record CardSandbox(ChildProcess process, Service service) implements RunningService {

    private static final String MAIN_CLASS = "org.plenary.embedded.sandbox.SandboxServer";

    static CardSandbox start(DataFolder folder, StripeAccess access, Settings settings)
            throws IOException, InterruptedException {
        var timer = Timer.started();
        var former = Orphan.find(folder.pidFile(Kind.SANDBOX), folder.of(Kind.SANDBOX));
        if (former.isPresent() && !former.get().endsWithin(Duration.ofSeconds(5))) {
            former.get().stop("TERM", Duration.ofSeconds(5));
        }
        int port = folder.port(Kind.SANDBOX.key());
        // a name, not an address: the platform tells its own host from those of the tenants
        var webhooks = "http://localhost:" + settings.platformPort() + "/webhooks/stripe/";
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absoluteClassPath(),
                MAIN_CLASS,
                "--port=" + port,
                "--data=" + folder.of(Kind.SANDBOX),
                "--connect-webhook-url=" + webhooks + "connect",
                "--connect-webhook-secret=" + access.connectWebhookSecret(),
                "--platform-webhook-url=" + webhooks + "platform",
                "--platform-webhook-secret=" + access.platformWebhookSecret(),
                "--secret-key=" + access.secretKey()));
        if (settings.recording() != null) command.add("--recording=" + settings.recording());
        var process = ChildProcess.start(Kind.SANDBOX, folder, command, Map.of());
        process.awaitReady(
                Duration.ofSeconds(30), () -> Files.readAllLines(process.log()).contains("READY"));
        return new CardSandbox(
                process,
                new Service(
                        Kind.SANDBOX,
                        Kind.SANDBOX.displayName(),
                        "http://127.0.0.1:" + port,
                        null,
                        null,
                        process.log(),
                        process.pid(),
                        timer.elapsed()));
    }

    /** The child has another working directory, to which a relative entry would not lead. */
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        process.endInput();
        process.awaitEnd(Duration.ofSeconds(3));
    }
}
