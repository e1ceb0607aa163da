package org.plenary.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A service process that outlived a starter which was killed. A process id from a file may since belong to anyone, so a
 * process counts only when its command line or its working directory is the service's folder.
 */
record Orphan(ProcessHandle process) {

    static Optional<Orphan> find(Path pidFile, Path folder) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> worksIn(process, folder))
                .map(Orphan::new);
    }

    /** Sends the signal, for example {@code INT}, and waits for the end; kills the process when it does not come. */
    void stop(String signal, Duration patience) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (!endsWithin(patience)) {
            process.destroyForcibly();
            endsWithin(Duration.ofSeconds(5));
        }
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        return endsWithin(process, patience);
    }

    static boolean endsWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        var proc = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readString(proc.resolve("cmdline")).contains(folder.toString())
                    || proc.resolve("cwd").toRealPath().equals(folder.toRealPath());
        } catch (IOException e) {
            return process.info().commandLine().orElse("").contains(folder.toString());
        }
    }
}
