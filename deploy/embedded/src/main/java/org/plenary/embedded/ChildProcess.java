package org.plenary.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of ours that writes into a log file and whose id is kept in a file while it runs. Its standard input stays
 * open until {@link #endInput()}: a child that watches it ends with us, however we end.
 */
final class ChildProcess {

    private static final int BUSY_TRIES = 50;
    private static final Duration BUSY_PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private ChildProcess(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    static ChildProcess start(Kind kind, DataFolder folder, List<String> command, Map<String, String> environment)
            throws IOException {
        var log = folder.log(kind);
        var builder = new ProcessBuilder(command)
                .directory(folder.of(kind).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        // options meant for this JVM, a debugger's port for example, must not reach a child JVM
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        var process = started(builder);
        Files.writeString(folder.pidFile(kind), String.valueOf(process.pid()));
        return new ChildProcess(kind.displayName(), process, log, folder.pidFile(kind));
    }

    /**
     * A program that was unpacked just now cannot be run ("text file busy") while another child, forked at that moment by
     * another thread, still holds the file open for writing: for the few milliseconds until that child runs its own program.
     */
    private static Process started(ProcessBuilder builder) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return builder.start();
            } catch (IOException e) {
                if (tries == BUSY_TRIES || !String.valueOf(e.getMessage()).contains("Text file busy")) {
                    throw e;
                }
                LockSupport.parkNanos(BUSY_PAUSE.toNanos());
            }
        }
    }

    /** Waits until the condition holds; fails when the process ends first or takes longer than the given time. */
    void awaitReady(Duration patience, Condition ready) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.holds()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " ended with exit code " + process.exitValue() + ":\n" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new IOException(name + " was not ready after " + patience.toSeconds() + " s:\n" + endOfLog());
            }
        }
    }

    void write(byte[] input) throws IOException {
        process.getOutputStream().write(input);
        process.getOutputStream().flush();
    }

    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // the child is gone already, which is what we want
        }
    }

    /** Waits for a child that was told to stop, and kills it when it does not. */
    void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // a file left behind names a process that is gone, which the next start sees
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    private String endOfLog() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    /** A question to the service that is asked until the answer is yes. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
