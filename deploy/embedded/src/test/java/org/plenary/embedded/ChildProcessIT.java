package org.plenary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
    @TempDir
    private Path folder;

    @Test
    void aProgramThatIsStillOpenForWritingIsStartedWhenItIsNot() throws Exception {
        var program = folder.resolve("program");
        Files.copy(Path.of("/bin/true"), program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var writer = Files.newByteChannel(program, StandardOpenOption.WRITE);
        var closing = CompletableFuture.runAsync(
                () -> {
                    try {
                        writer.close();
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        try (var data = DataFolder.open(folder.resolve("data"))) {
            var child = ChildProcess.start(Kind.REDIS, data, List.of(program.toString()), Map.of());
            child.awaitEnd(Duration.ofSeconds(10));
            assertThat(child.isAlive()).isFalse();
        }

        closing.join();
    }
}
