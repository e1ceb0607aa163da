package org.plenary.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis, with an append-only file when the data must survive a crash and a snapshot at an orderly stop in any case. */
record RedisServer(ChildProcess process, int port, Service service) implements RunningService {

    private static final Duration STOP = Duration.ofSeconds(4);

    static RedisServer start(DataFolder folder, boolean durable) throws IOException, InterruptedException {
        var timer = Timer.started();
        stopOrphan(folder);
        int port = folder.port(Kind.REDIS.key());
        var executable = ExecutableProvider.newJarResourceProvider().get();
        var process = ChildProcess.start(
                Kind.REDIS,
                folder,
                List.of(
                        executable.getPath(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--dir",
                        folder.of(Kind.REDIS).toString(),
                        "--appendonly",
                        durable ? "yes" : "no",
                        // a save point makes Redis write a snapshot when a signal stops it
                        "--save",
                        "3600",
                        "1"),
                Map.of());
        process.awaitReady(Duration.ofSeconds(20), () -> answers(port, "PING", "+PONG"));
        return new RedisServer(
                process,
                port,
                new Service(
                        Kind.REDIS,
                        Kind.REDIS.displayName(),
                        "redis://127.0.0.1:" + port,
                        null,
                        null,
                        process.log(),
                        process.pid(),
                        timer.elapsed()));
    }

    /** Redis does not watch its standard input, so it outlives a killed starter. */
    private static void stopOrphan(DataFolder folder) throws IOException, InterruptedException {
        var orphan = Orphan.find(folder.pidFile(Kind.REDIS), folder.of(Kind.REDIS));
        if (orphan.isPresent()) {
            orphan.get().stop("TERM", Duration.ofSeconds(10));
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            answers(port, "SHUTDOWN SAVE", "");
        }
        process.awaitEnd(STOP);
    }

    private static boolean answers(int port, String command, String expected) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) STOP.toMillis());
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(expected.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(expected);
        } catch (IOException e) {
            return false;
        }
    }
}
