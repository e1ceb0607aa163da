package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.plenary.Http;

/** A process that was started as a person would, with what it prints in a file. */
record StartedApplication(Process process, Path log) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** @param arguments after {@code java} */
    static StartedApplication start(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "application", ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PLENARY_"));
        builder.environment().putAll(environment);
        return new StartedApplication(builder.start(), log);
    }

    /** The class path of the tests; the child works in another folder. */
    static String classPath() {
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator))
            entries.add(Path.of(entry).toAbsolutePath().toString());
        return String.join(File.pathSeparator, entries);
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until what it printed, or does, is as it should be. */
    void await(String what, Predicate<StartedApplication> condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            assertThat(process.isAlive()).as("%s; it ended: %s", what, output()).isTrue();
            assertThat(System.nanoTime())
                    .as("%s; it printed: %s", what, output())
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    static boolean isReady(int port) {
        try {
            return new Http(port, "localhost", Map.of()).get("/readyz").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** The processes that work in the folder, by whom they were started; without the application itself. */
    static List<ProcessHandle> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> workingDirectory(process).startsWith(folder))
                .toList();
    }

    private static Path workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("/");
        }
    }
}
