package org.plenary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

class RestartIT {
    /** Long enough for the busiest machine: how long stopping takes is not what is tested. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Set<Kind> STORES = EnumSet.of(Kind.POSTGRES, Kind.REDIS);

    @TempDir
    private Path data;

    private final List<Process> starters = new ArrayList<>();

    @AfterEach
    void killsWhatATestLeftBehind() {
        starters.forEach(Process::destroyForcibly);
        processesInFolder().forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dataAndAddressesAreKeptOverARestart(boolean durable) throws Exception {
        List<String> addresses;
        try (var services = EmbeddedServices.start(new Settings(data, STORES, durable, 8080))) {
            addresses = services.services().stream().map(Service::address).toList();
            Sql.run(services.service(Kind.POSTGRES), "create table kept as select 42 as answer");
            redis(services.service(Kind.REDIS), jedis -> jedis.set("kept", "42"));
        }

        try (var services = EmbeddedServices.start(new Settings(data, STORES, durable, 8080))) {
            assertThat(services.services()).extracting(Service::address).isEqualTo(addresses);
            assertThat(Sql.ask(services.service(Kind.POSTGRES), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(Sql.ask(services.service(Kind.POSTGRES), "show fsync")).isEqualTo(durable ? "on" : "off");
            assertThat(redis(services.service(Kind.REDIS), jedis -> jedis.get("kept")))
                    .isEqualTo("42");
        }
    }

    @Test
    void whatAKilledStarterLeftBehindIsStoppedAndItsDataKept() throws Exception {
        var main = startMain("--durable", "--only=postgres,redis,elasticsearch");
        Sql.run(postgresOf(main.table()), "create table kept as select 42 as answer");
        var orphans = processesInFolder();
        main.process().destroyForcibly().waitFor();

        try (var services = EmbeddedServices.start(
                new Settings(data, EnumSet.of(Kind.POSTGRES, Kind.REDIS, Kind.ELASTICSEARCH), true, 8080))) {
            assertThat(processesInFolder()).doesNotContainAnyElementsOf(orphans);
            assertThat(main.table()).contains(services.service(Kind.POSTGRES).address());
            assertThat(Sql.ask(services.service(Kind.POSTGRES), "select answer from kept"))
                    .isEqualTo("42");
        }
        assertThat(processesInFolder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalStopsEverything(String signal) throws Exception {
        var main = startMain("--only=postgres,redis,mail");

        new ProcessBuilder("kill", "-" + signal, String.valueOf(main.process().pid()))
                .start()
                .waitFor();

        assertThat(main.process().waitFor(PATIENCE)).isTrue();
        assertThat(processesInFolder()).isEmpty();
    }

    @Test
    void theEndOfStandardInputStopsEverything() throws Exception {
        var main = startMain("--only=redis,mail");

        main.process().getOutputStream().close();

        assertThat(main.process().waitFor(PATIENCE)).isTrue();
        assertThat(processesInFolder()).isEmpty();
    }

    private StartedMain startMain(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data=" + data));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        starters.add(process);
        var table = new StringBuilder();
        for (var line = process.inputReader().readLine(); !"READY".equals(line); ) {
            assertThat(line).as("output before READY: %s", table).isNotNull();
            table.append(line).append('\n');
            line = process.inputReader().readLine();
        }
        return new StartedMain(process, table.toString());
    }

    /** The service processes, by their working directory; neither the test nor a starter. */
    private List<ProcessHandle> processesInFolder() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> starters.stream().noneMatch(starter -> starter.pid() == process.pid()))
                .filter(process -> workingDirectory(process).startsWith(data))
                .toList();
    }

    private static Path workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("/");
        }
    }

    private static Service postgresOf(String table) {
        var address = Pattern.compile("jdbc:\\S+").matcher(table);
        assertThat(address.find()).isTrue();
        return new Service(Kind.POSTGRES, "PostgreSQL", address.group(), "plenary", "plenary", null, 0, Duration.ZERO);
    }

    private static String redis(Service redis, Function<RedisClient, String> work) {
        try (var client = RedisClient.create(redis.address())) {
            return work.apply(client);
        }
    }

    private record StartedMain(Process process, String table) {}
}
