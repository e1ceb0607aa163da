package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator: what the database can do when nothing stands before it. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern DONE = Pattern.compile("actually processed: ([0-9]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final Database database;
    private int runs;

    PgBench(Database database) throws IOException {
        this.program = find();
        this.database = database;
    }

    record Rate(double perSecond, long transactions) {}

    Rate run(Path script, String schema, int clients, int seconds) throws IOException, InterruptedException {
        return run(script, schema, clients, seconds, 1);
    }

    /**
     * Each client has a connection; statements are prepared once, as the driver of the application does.
     *
     * @param many what a script calls so
     */
    Rate run(Path script, String schema, int clients, int seconds, int many) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + database.user(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + seconds,
                "--define=run=" + ++runs,
                "--define=i=0",
                "--define=clients=" + clients,
                "--define=many=" + many,
                "--file=" + script,
                "plenary");
        builder.environment().put("PGOPTIONS", "-c search_path=" + schema);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        // the kernel counts a connection's processor time with the server's when the server has seen its end
        TimeUnit.MILLISECONDS.sleep(200);
        if (process.waitFor() != 0) throw new IllegalStateException("pgbench failed: " + output);
        return new Rate(number(RATE, output), Math.max(1, (long) number(DONE, output)));
    }

    private static double number(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) throw new IllegalStateException("pgbench said: " + output);
        return Double.parseDouble(found.group(1));
    }

    private static Path find() throws IOException {
        var given = System.getenv("PGBENCH");
        if (given != null) return Path.of(given);
        var onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, installed())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is not there: apt-get install postgresql-15 (any version), or set PGBENCH"));
    }

    /** Debian keeps it beside the server, off the path; the newest first. */
    private static Stream<Path> installed() throws IOException {
        if (!Files.isDirectory(DEBIAN)) return Stream.of();
        try (var versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        }
    }
}
