package org.plenary.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL with one database {@code plenary}, owned by the superuser {@code plenary}. */
record PostgresServer(EmbeddedPostgres postgres, Service service) implements RunningService {

    private static final String NAME = "plenary";

    static PostgresServer start(DataFolder folder, boolean durable)
            throws IOException, InterruptedException, SQLException {
        var timer = Timer.started();
        var cluster = folder.of(Kind.POSTGRES).resolve("cluster");
        var postmasterPid = cluster.resolve("postmaster.pid");
        stopOrphan(postmasterPid, cluster);
        var log = folder.log(Kind.POSTGRES);
        int port = folder.port(Kind.POSTGRES.key());
        var postgres = builder(durable)
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(binaries(folder).toFile())
                .setPort(port)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        createDatabase(postgres);
        return new PostgresServer(
                postgres,
                new Service(
                        Kind.POSTGRES,
                        Kind.POSTGRES.displayName(),
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME,
                        NAME,
                        NAME,
                        log,
                        Long.parseLong(
                                Files.readAllLines(postmasterPid).getFirst().strip()),
                        timer.elapsed()));
    }

    /** A new starter would silently adopt a living postmaster, with the old settings, or hang. */
    private static void stopOrphan(Path postmasterPid, Path cluster) throws IOException, InterruptedException {
        var orphan = Orphan.find(postmasterPid, cluster);
        if (orphan.isPresent()) {
            orphan.get().stop("INT", Duration.ofSeconds(15));
        }
        Files.deleteIfExists(postmasterPid);
    }

    private static EmbeddedPostgres.Builder builder(boolean durable) {
        var onOrOff = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // Unicode rules that do not depend on the locales of the machine
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_locks_per_transaction", "256")
                .setServerConfig("fsync", onOrOff)
                .setServerConfig("full_page_writes", onOrOff)
                .setServerConfig("synchronous_commit", onOrOff);
    }

    /** Unpacked once for the user, as that takes longer than starting; a user without a home has no cache. */
    private static Path binaries(DataFolder folder) throws IOException {
        var home = Path.of(System.getProperty("user.home"));
        var cache = home.isAbsolute() && Files.isWritable(home)
                ? home.resolve(".cache/plenary/postgres")
                : folder.of(Kind.POSTGRES).resolve("binaries");
        return Files.createDirectories(cache);
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var existing = statement.executeQuery("select from pg_roles where rolname = '" + NAME + "'")) {
                if (existing.next()) {
                    return;
                }
            }
            statement.execute("drop database if exists " + NAME);
            statement.execute("create database " + NAME);
            statement.execute("create role " + NAME + " superuser login");
            statement.execute("alter database " + NAME + " owner to " + NAME);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
