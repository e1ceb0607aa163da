package org.plenary.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives organizations that are copies of one the same documents in the index, as the application has written those of the first.
 * To have it write a million takes hours.
 */
final class CopiedDocuments {
    private static final int PAGE = 1_000;
    private static final List<String> KINDS = List.of("paper", "delegate");

    private final SearchTrace elasticsearch;
    private final String first;

    CopiedDocuments(SearchTrace elasticsearch, UUID first) {
        this.elasticsearch = elasticsearch;
        this.first = first.toString();
    }

    /** For each of the tenants; nothing is refreshed before all are there. */
    void to(List<String> tenants) throws IOException {
        for (var kind : KINDS) {
            var index = "/plenary-" + kind;
            elasticsearch.change(index + "/_settings", "{\"index\": {\"refresh_interval\": \"-1\"}}");
            var documents = documents(index);
            for (var tenant : tenants) write(index, documents, tenant);
            elasticsearch.change(index + "/_settings", "{\"index\": {\"refresh_interval\": \"1s\"}}");
            elasticsearch.ask("POST", index + "/_refresh", "");
        }
    }

    /** What the indexes hold: {@code paper: 1,000,000 documents, 2,345 MB}. */
    String said() throws IOException {
        var said = new ArrayList<String>();
        for (var kind : KINDS) {
            var stats = elasticsearch
                    .ask("GET", "/plenary-" + kind + "/_stats/docs,store", "")
                    .at("/_all/primaries");
            var megabytes = stats.at("/store/size_in_bytes").asLong() / 1024.0 / 1024.0;
            said.add("%s: %,d documents, %s MB"
                    .formatted(kind, stats.at("/docs/count").asLong(), Measured.number(megabytes)));
        }
        return String.join("; ", said);
    }

    private List<ObjectNode> documents(String index) throws IOException {
        var found = new ArrayList<ObjectNode>();
        var after = "";
        while (true) {
            var page =
                    elasticsearch.ask("POST", index + "/_search?routing=" + first, """
                    {"size": %d, "query": {"term": {"tenant": "%s"}}, "sort": [{"id": "asc"}]%s}""".formatted(PAGE, first, after));
            var hits = page.at("/hits/hits");
            for (var hit : hits) found.add((ObjectNode) hit.get("_source"));
            if (hits.size() < PAGE) return found;
            after = ", \"search_after\": " + last(hits).get("sort");
        }
    }

    private static JsonNode last(JsonNode hits) {
        return hits.get(hits.size() - 1);
    }

    private void write(String index, List<ObjectNode> documents, String tenant) throws IOException {
        var lines = new StringBuilder();
        for (var document : documents) {
            lines.append("{\"index\": {\"_id\": \"%s:%s\", \"routing\": \"%s\"}}\n"
                    .formatted(tenant, document.get("id").asString(), tenant));
            lines.append(document.put("tenant", tenant)).append('\n');
        }
        var answer = elasticsearch.ask("POST", index + "/_bulk", lines.toString());
        if (answer.get("errors").asBoolean()) throw new IOException("not all were indexed: " + tenant);
    }
}
