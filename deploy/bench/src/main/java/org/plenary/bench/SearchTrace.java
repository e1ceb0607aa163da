package org.plenary.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.plenary.embedded.Service;
import tools.jackson.databind.JsonNode;

/** Learns from Elasticsearch's own log of slow searches which the application sends, by calling each of them slow. */
final class SearchTrace {
    private static final Pattern SEARCH = Pattern.compile(
            "elasticsearch\\.slowlog\\.message=\"\\[([^]]+)].* elasticsearch\\.slowlog\\.source=\"(.*)\" elasticsearch\\.slowlog\\.stats=");
    private static final int TRIES = 100;
    private static final int FILLING_TRIES = 240;

    private final int port;
    private final Path log;

    SearchTrace(Service elasticsearch) {
        port = URI.create(elasticsearch.address()).getPort();
        var kept = elasticsearch.log();
        if (kept == null) throw new IllegalStateException("Elasticsearch keeps no log");
        log = kept;
    }

    /** A search as Elasticsearch understood it. */
    record Search(String index, String body) {}

    interface Work {
        void run() throws Exception;
    }

    /** The searches of the work, in their order. */
    List<Search> of(String indexes, Work work) throws Exception {
        settings(indexes, "\"0ms\"");
        try {
            var before = Files.size(log);
            work.run();
            for (var i = 0; i < TRIES; i++) {
                var found = read(before);
                if (!found.isEmpty() && found.equals(again(before))) return found;
            }
        } finally {
            settings(indexes, "null");
        }
        throw new IllegalStateException("no search was seen in " + log);
    }

    /** It is written behind the answer. */
    private List<Search> again(long before) throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        return read(before);
    }

    private List<Search> read(long before) throws IOException {
        var bytes = Files.readAllBytes(log);
        var said = new String(bytes, (int) before, (int) (bytes.length - before), StandardCharsets.UTF_8);
        return read(said);
    }

    static List<Search> read(String log) {
        return SEARCH.matcher(log)
                .results()
                .map(found -> new Search(
                        found.group(1),
                        Organizer.JSON.readTree('"' + found.group(2) + '"').asString()))
                .toList();
    }

    private void settings(String indexes, String threshold) throws IOException {
        change("/" + indexes + "/_settings", "{\"index.search.slowlog.threshold.query.warn\": " + threshold + "}");
    }

    void change(String path, String body) throws IOException {
        try (var wire = wire()) {
            Organizer.expect(200, wire.send(request("PUT", path, body)));
        }
    }

    /** The same search, straight to Elasticsearch. */
    byte[] request(Search search, String tenant) {
        return request("POST", "/" + search.index() + "/_search?routing=" + tenant, search.body());
    }

    /** Several searches in one request. */
    byte[] together(List<Search> searches, String tenant) {
        var lines = new StringBuilder();
        for (var search : searches)
            lines.append(
                    "{\"index\": \"%s\", \"routing\": \"%s\"}\n%s\n".formatted(search.index(), tenant, search.body()));
        return request("POST", "/_msearch", lines.toString());
    }

    private byte[] request(String method, String path, String body) {
        return Wire.request(method, "127.0.0.1:" + port, path, Map.of("Content-Type", "application/json"), body);
    }

    Wire wire() {
        return new Wire(port);
    }

    /**
     * Copies of rows are in no index, so that of their kind is made anew from the database, as after it was lost.
     *
     * @param search over HTTP that finds more than so many of them when it is done
     */
    void refill(String kind, Organizer organizer, String search, int more) throws Exception {
        change("/plenary-" + kind + "/_mapping", "{\"_meta\": {\"filled\": 0}}");
        for (var i = 0; i < FILLING_TRIES; i++) {
            organizer
                    .database()
                    .execute("update control.scheduled_tasks set execution_time = now()"
                            + " where task_name = 'search-fill' and not picked and execution_time > now()");
            var found = organizer.send(200, organizer.signed("GET", search, ""));
            if (found.at("/total").asInt() > more && !isFilling(organizer)) return;
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("not found: " + search);
    }

    private static boolean isFilling(Organizer organizer) throws Exception {
        return organizer
                .database()
                .texts("select picked from control.scheduled_tasks where task_name = 'search-fill'")
                .contains("t");
    }

    JsonNode ask(String method, String path, String body) throws IOException {
        try (var wire = wire()) {
            return Organizer.JSON.readTree(Organizer.expect(200, wire.send(request(method, path, body))));
        }
    }
}
