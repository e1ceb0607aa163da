package org.plenary.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The production jar in a process of its own, told by the environment where its services are. */
final class Application implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SETTINGS = List.of(
            // one program sends what thousands of buyers would
            "--plenary.limits.api-requests=0",
            "--plenary.signup.per-address=100000",
            // nor do they stop where the free plan does
            "--plenary.plans.free.delegates=100000000",
            "--plenary.plans.free.conferences=1000",
            // made at once at the start and not again, so that both origins of a schema can be measured
            "--plenary.tenancy.schema.spares=" + ProvisioningTenants.TIMES,
            "--plenary.tenancy.schema.check-every=1h",
            // each order says that no payment could be started, because no card provider is set
            "--logging.level.org.plenary.registration=error",
            "--logging.level.org.plenary.billing=error");

    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startedIn;

    private Application(Process process, int port, Path log, Duration startedIn) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startedIn = startedIn;
    }

    /** Returns when it is ready to serve. */
    static Application start(Path jar, Map<String, String> services, int port, Path log)
            throws IOException, InterruptedException {
        return start(jar, List.of(), services, port, log);
    }

    /** @param options of Java itself */
    static Application start(Path jar, List<String> options, Map<String, String> services, int port, Path log)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        arguments.addAll(SETTINGS);
        var process = java(arguments, services, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException("the application did not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new Application(process, port, log, Duration.ofNanos(System.nanoTime() - begin));
    }

    /**
     * Upgrades all tenants' schemas and ends, as before a new version is rolled out.
     *
     * @param next a folder that stands on the class path before the jar, with what the next version has more
     */
    static void migrate(Path jar, Path next, Map<String, String> services, Path log)
            throws IOException, InterruptedException {
        var process = java(
                List.of("-cp", next + File.pathSeparator + jar, "org.plenary.Application", "--migrate"), services, log);
        if (process.waitFor() != 0) throw new IllegalStateException("the upgrade failed, see " + log);
    }

    /** Starts without serving, and writes what Java learned by it to the cache (JEP 514), as when an image is built. */
    static void train(Path jar, Path cache, Map<String, String> services, Path log)
            throws IOException, InterruptedException {
        var process = java(
                List.of(
                        "-XX:AOTCacheOutput=" + cache,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar.toString(),
                        "--server.port=0"),
                services,
                log);
        if (process.waitFor() != 0) throw new IllegalStateException("no cache was made, see " + log);
    }

    private static Process java(List<String> arguments, Map<String, String> services, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1500m");
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PLENARY_"));
        builder.environment().putAll(services);
        return builder.start();
    }

    private static boolean isReady(int port) {
        try (var wire = new Wire(port)) {
            return wire.send(Wire.request("GET", "localhost:" + port, "/actuator/health/readiness", Map.of(), ""))
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Duration startedIn() {
        return startedIn;
    }

    /** What it has said since it was started. */
    String log() throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
