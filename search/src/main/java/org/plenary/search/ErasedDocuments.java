package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantErased;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantTraces;
import org.springframework.stereotype.Component;

/** Removes the documents of a tenant that is gone, some at a time; repeated until none is left. */
@Component
class ErasedDocuments implements TenantTraces {
    private static final int AT_ONCE = 500;

    private final ElasticsearchClient client;
    private final Indexes indexes;
    private final List<DocumentSource> sources;

    ErasedDocuments(ElasticsearchClient client, Indexes indexes, List<DocumentSource> sources) {
        this.client = client;
        this.indexes = indexes;
        this.sources = sources;
    }

    @OutboundListener(id = "search.erase-tenant")
    void on(TenantErased event) throws IOException {
        for (var source : sources) erase(indexes.ready(source.kind()), event.tenant());
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public long count(TenantId tenant, String schema) {
        try {
            var count = 0L;
            for (var source : sources) {
                var index = indexes.ready(source.kind());
                client.indices().refresh(r -> r.index(index));
                count += client.count(TenantBoundary.all(index, tenant)).count();
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void erase(String index, TenantId tenant) throws IOException {
        // What was written a moment ago is not found yet.
        client.indices().refresh(r -> r.index(index));
        for (var ids = some(index, tenant); !ids.isEmpty(); ids = some(index, tenant)) {
            var operations =
                    ids.stream().map(id -> TenantBoundary.erase(id, tenant)).toList();
            var answer = client.bulk(b -> b.index(index).operations(operations).refresh(Refresh.True));
            if (answer.errors()) throw new IOException("documents of an erased tenant stay in " + index);
        }
    }

    private List<String> some(String index, TenantId tenant) throws IOException {
        return client.search(TenantBoundary.left(index, tenant, AT_ONCE), Void.class).hits().hits().stream()
                .map(Hit::id)
                .map(String::valueOf)
                .toList();
    }
}
