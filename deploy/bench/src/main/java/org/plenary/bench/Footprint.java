package org.plenary.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.embedded.Kind;

/** What the application and its services hold at this moment, by name; memory in MB. */
final class Footprint {
    static final String RESIDENT = "Application, MB";
    static final String THREADS = "Threads";
    static final String OPEN_FILES = "Open files";
    static final String CONNECTIONS = "Database connections";
    static final String OF_CONNECTIONS = "Theirs alone, MB";
    static final String SEARCH = "Elasticsearch’s old objects, MB";

    private static final double MEGABYTE = 1024 * 1024;
    private static final Pattern REDIS_MEMORY = Pattern.compile("used_memory:(\\d+)");
    private static final Pattern REDIS_KEYS = Pattern.compile("db\\d+:keys=(\\d+)");

    private Footprint() {}

    static Map<String, Double> of(Platform platform) throws Exception {
        var values = new LinkedHashMap<String, Double>();
        var application = platform.application().pid();
        values.put(RESIDENT, Machine.status(application, "VmRSS:") / 1024.0);
        values.put(THREADS, (double) Machine.status(application, "Threads:"));
        values.put(OPEN_FILES, (double) Machine.openFiles(application));
        var connections =
                platform.database().texts("select pid from pg_stat_activity where application_name like 'plenary-%'");
        values.put(CONNECTIONS, (double) connections.size());
        values.put(
                OF_CONNECTIONS,
                connections.stream()
                                .mapToLong(process -> Machine.privateMemoryOrNone(Long.parseLong(process)))
                                .sum()
                        / 1024.0);
        values.put(SEARCH, search(platform));
        var redis = redis(URI.create(platform.services().service(Kind.REDIS).address()));
        values.put("Redis keys", number(REDIS_KEYS, redis));
        values.put("Redis, MB", number(REDIS_MEMORY, redis) / MEGABYTE);
        data(platform.data(), values);
        return values;
    }

    private static double search(Platform platform) throws IOException {
        var port = URI.create(platform.services().service(Kind.ELASTICSEARCH).address())
                .getPort();
        try (var wire = new Wire(port)) {
            var asked = Wire.request("GET", "127.0.0.1:" + port, "/_nodes/stats/jvm", Map.of(), "");
            var nodes = Organizer.JSON
                    .readTree(Organizer.expect(200, wire.send(asked)))
                    .get("nodes");
            return nodes.iterator()
                            .next()
                            .at("/jvm/mem/pools/old/used_in_bytes")
                            .asLong()
                    / MEGABYTE;
        }
    }

    private static String redis(URI address) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("INFO\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    /** Files of all the services; they come and go while they are counted. */
    private static void data(Path folder, Map<String, Double> values) throws IOException {
        var sum = new long[2];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0]++;
                sum[1] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        values.put("Files kept", (double) sum[0]);
        values.put("Files kept, MB", sum[1] / MEGABYTE);
    }
}
