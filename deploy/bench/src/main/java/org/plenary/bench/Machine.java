package org.plenary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the kernel tells of this machine and of processes on it; Linux only. */
final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final long TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private Machine() {}

    static String describe() {
        var memory = value(read(PROC.resolve("meminfo")), "MemTotal:") / 1024 / 1024;
        return "%d processors (%s), %d GB, Linux %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model(),
                        memory,
                        System.getProperty("os.version"),
                        Runtime.version().toString());
    }

    private static String model() {
        return read(PROC.resolve("cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(System.getProperty("os.arch"));
    }

    /** Of the last one, five and fifteen minutes. */
    static String load() {
        return String.join(
                ", ",
                java.util.List.of(read(PROC.resolve("loadavg")).split(" ")).subList(0, 3));
    }

    /** Processor time of a process and all below it, those that ended included. */
    static Duration processorTime(long pid) {
        var ticks = ticks(pid, true);
        ticks += ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> ticks(child.pid(), false))
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid, boolean withEnded) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            // the name may hold blanks, but ends with the last bracket
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var own = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
            var ended = Long.parseLong(fields[USER_TIME + 2]) + Long.parseLong(fields[USER_TIME + 3]);
            return withEnded ? own + ended : own;
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }

    /** Memory in kB that belongs to this process alone. */
    static long privateMemory(long pid) {
        var rollup = read(PROC.resolve(pid + "/smaps_rollup"));
        return value(rollup, "Private_Dirty:") + value(rollup, "Private_Clean:");
    }

    /** The same of a process that may have ended meanwhile. */
    static long privateMemoryOrNone(long pid) {
        try {
            return privateMemory(pid);
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** A line of the kernel's account of a process, as {@code VmRSS:} in kB. */
    static long status(long pid, String name) {
        return value(read(PROC.resolve(pid + "/status")), name);
    }

    static long openFiles(long pid) throws IOException {
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.count();
        }
    }

    private static long value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
