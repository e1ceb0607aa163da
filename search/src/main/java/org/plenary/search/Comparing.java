package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.IndexOperation;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares an index with the database, document by document: whether each is there, in which version and with which content, and whether
 * there are others. What differs is looked at once more, for a change may be on its way; then it is written or removed.
 */
@Component
class Comparing {
    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final int MOST_NAMED = 20;

    private final ElasticsearchClient client;
    private final DocumentWriter writer;

    Comparing(ElasticsearchClient client, DocumentWriter writer) {
        this.client = client;
        this.writer = writer;
    }

    /**
     * @param documents that the database has
     * @param missing were not in the index
     * @param changed were in it in another version or with other content
     * @param stray are in the index alone
     * @param left were not mended: the index has a version that is newer than the database's
     */
    record Differences(long documents, long missing, long changed, long stray, long left) {
        static final Differences NONE = new Differences(0, 0, 0, 0, 0);

        boolean isEqual() {
            return missing + changed + stray == 0;
        }

        Differences and(Differences other) {
            return new Differences(
                    documents + other.documents,
                    missing + other.missing,
                    changed + other.changed,
                    stray + other.stray,
                    left + other.left);
        }
    }

    private record Indexed(long version, Map<?, ?> content) {}

    /** All documents of the bound tenant. */
    Differences compare(DocumentSource source, String index) throws IOException {
        refresh(index);
        var found = Differences.NONE;
        @Nullable UUID after = null;
        for (var ids = source.idsAfter(null, source.atOnce());
                !ids.isEmpty();
                ids = source.idsAfter(after, source.atOnce())) {
            found = found.and(mend(source, index, ids));
            after = ids.getLast();
        }
        for (var ids = idsAfter(source, index, null); !ids.isEmpty(); ids = idsAfter(source, index, ids.getLast()))
            found = found.and(remove(source, index, ids));
        return found;
    }

    private Differences mend(DocumentSource source, String index, List<UUID> ids) throws IOException {
        var written = written(source, ids);
        var wrong = wrong(index, written);
        if (wrong.isEmpty()) return new Differences(written.size(), 0, 0, 0, 0);
        refresh(index);
        var now = written(source, List.copyOf(wrong));
        var there = indexed(index, now.keySet());
        wrong = wrong(index, now);
        var missing = wrong.stream().filter(id -> !there.containsKey(id)).count();
        tell(source, "is not in the index as it is", wrong);
        var operations = new ArrayList<BulkOperation>();
        for (var id : wrong) operations.add(new BulkOperation(now.get(id)));
        writer.writeInto(index, operations);
        refresh(index);
        var left = wrong(index, written(source, List.copyOf(wrong)));
        tell(source, "stays as it is in the index until that is made anew", left);
        return new Differences(written.size(), missing, wrong.size() - missing, 0, left.size());
    }

    private Differences remove(DocumentSource source, String index, List<UUID> ids) throws IOException {
        var stray = new LinkedHashSet<>(ids);
        source.documents(ids).forEach(document -> stray.remove(document.id()));
        if (stray.isEmpty()) return Differences.NONE;
        tell(source, "is in the index alone", stray);
        writer.writeInto(index, stray.stream().map(TenantBoundary::delete).toList());
        return new Differences(0, 0, 0, stray.size(), 0);
    }

    /** As they would be written today, by id. */
    private static Map<UUID, IndexOperation<Object>> written(DocumentSource source, List<UUID> ids) {
        var written = new HashMap<UUID, IndexOperation<Object>>();
        for (var document : source.documents(ids))
            written.put(document.id(), TenantBoundary.write(document).index());
        return written;
    }

    private Set<UUID> wrong(String index, Map<UUID, IndexOperation<Object>> written) throws IOException {
        var there = indexed(index, written.keySet());
        var wrong = new LinkedHashSet<UUID>();
        written.forEach((id, operation) -> {
            var own = there.get(id);
            if (own == null
                    || !Objects.equals(operation.version(), own.version())
                    || !own.content().equals(operation.document())) wrong.add(id);
        });
        return wrong;
    }

    private Map<UUID, Indexed> indexed(String index, Set<UUID> ids) throws IOException {
        if (ids.isEmpty()) return Map.of();
        var values = ids.stream().map(TenantBoundary::document).toList();
        var request = TenantBoundary.search(index, Query.of(q -> q.ids(i -> i.values(values))))
                .size(ids.size())
                .version(true)
                .source(s -> s.fetch(true))
                .storedFields(TextFields.FILE)
                .build();
        var there = new HashMap<UUID, Indexed>();
        for (var hit : client.search(request, Map.class).hits().hits()) {
            var version = hit.version();
            var content = hit.source();
            if (version != null && content != null)
                there.put(
                        TenantBoundary.thing(String.valueOf(hit.id())),
                        new Indexed(version, whole(content, hit.fields().get(TextFields.FILE))));
        }
        return there;
    }

    /** What stands in a file is kept apart from all else, which is read with every hit. */
    private static Map<?, ?> whole(Map<?, ?> content, @Nullable JsonData file) {
        if (file == null) return content;
        var whole = new HashMap<Object, Object>(content);
        whole.put(TextFields.FILE, file.to(List.class));
        return whole;
    }

    private List<UUID> idsAfter(DocumentSource source, String index, @Nullable UUID last) throws IOException {
        return client.search(TenantBoundary.ids(index, last, source.atOnce()), Void.class).hits().hits().stream()
                .map(hit -> TenantBoundary.thing(String.valueOf(hit.id())))
                .toList();
    }

    private void refresh(String index) throws IOException {
        client.indices().refresh(r -> r.index(index));
    }

    private static void tell(DocumentSource source, String what, java.util.Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        LOG.atWarn()
                .addKeyValue("tenant", Tenancy.require().id())
                .addKeyValue("kind", source.kind())
                .addKeyValue("documents", ids.size())
                .log(
                        "what the database has {}: {}",
                        what,
                        ids.stream().limit(MOST_NAMED).toList());
    }
}
