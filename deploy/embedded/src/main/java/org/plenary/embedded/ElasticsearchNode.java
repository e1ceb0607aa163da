package org.plenary.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/**
 * One Elasticsearch node in a JVM of its own. It ends within two seconds when its standard input does, so it never
 * outlives us for long. System property {@code plenary.embedded.elasticsearch.heap} sets its heap, 512m by default.
 */
record ElasticsearchNode(ChildProcess process, Service service) implements RunningService {

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    static ElasticsearchNode start(DataFolder folder) throws IOException, InterruptedException {
        var timer = Timer.started();
        var home = ElasticsearchHome.found();
        var data = folder.of(Kind.ELASTICSEARCH);
        awaitEndOfFormer(folder, data);
        for (var name : new String[] {"config", "data", "logs", "tmp"}) {
            Files.createDirectories(data.resolve(name));
        }
        Files.writeString(data.resolve("config/log4j2.properties"), LOGGING);
        int port = folder.port(Kind.ELASTICSEARCH.key());
        var cluster = "plenary-" + port;
        var input = home.serverArguments(Map.ofEntries(
                Map.entry("cluster.name", cluster),
                Map.entry("node.name", "embedded"),
                Map.entry("discovery.type", "single-node"),
                Map.entry("network.host", "127.0.0.1"),
                Map.entry("http.port", String.valueOf(port)),
                Map.entry("transport.port", String.valueOf(folder.port("elasticsearch-transport"))),
                Map.entry("path.home", home.folder().toString()),
                Map.entry("path.conf", data.resolve("config").toString()),
                Map.entry("path.data", data.resolve("data").toString()),
                Map.entry("path.logs", data.resolve("logs").toString()),
                Map.entry("cluster.routing.allocation.disk.threshold_enabled", "false"),
                Map.entry("action.auto_create_index", "false")));
        var command = new ArrayList<>(Unprivileged.prefix(data));
        command.addAll(
                home.command(data.resolve("tmp"), System.getProperty("plenary.embedded.elasticsearch.heap", "512m")));
        var process = ChildProcess.start(
                Kind.ELASTICSEARCH,
                folder,
                command,
                Map.of("LIBFFI_TMPDIR", data.resolve("tmp").toString()));
        process.write(input);
        var address = "http://127.0.0.1:" + port;
        try (var client = HttpClient.newHttpClient()) {
            process.awaitReady(Duration.ofSeconds(120), () -> isHealthy(client, address, cluster));
        }
        return new ElasticsearchNode(
                process,
                new Service(
                        Kind.ELASTICSEARCH,
                        Kind.ELASTICSEARCH.displayName(),
                        address,
                        null,
                        null,
                        process.log(),
                        process.pid(),
                        timer.elapsed()));
    }

    private static void awaitEndOfFormer(DataFolder folder, Path data) throws IOException, InterruptedException {
        var former = Orphan.find(folder.pidFile(Kind.ELASTICSEARCH), data);
        if (former.isPresent() && !former.get().endsWithin(Duration.ofSeconds(10))) {
            former.get().stop("TERM", Duration.ofSeconds(5));
        }
    }

    /** The cluster's name is asked for as well: another node could have taken the port in the meantime. */
    private static boolean isHealthy(HttpClient client, String address, String cluster) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains("\"cluster_name\":\"" + cluster + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.endInput();
        process.awaitEnd(Duration.ofSeconds(4));
    }
}
