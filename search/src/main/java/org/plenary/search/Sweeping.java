package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Removes from an index what is not there any more: it was deleted while the index was made from the database. */
@Component
class Sweeping {
    private static final int AT_ONCE = 500;

    private final ElasticsearchClient client;
    private final DocumentWriter writer;

    Sweeping(ElasticsearchClient client, DocumentWriter writer) {
        this.client = client;
        this.writer = writer;
    }

    /** What was written is found from now on. */
    void refresh(String index) throws IOException {
        client.indices().refresh(r -> r.index(index));
    }

    /** All documents of the bound tenant. */
    void sweep(DocumentSource source, String index) {
        try {
            refresh(index);
            for (var found = after(source, index, null);
                    !found.isEmpty();
                    found = after(source, index, found.getLast())) {
                var gone = new LinkedHashSet<>(found);
                source.documents(found).forEach(document -> gone.remove(document.id()));
                writer.writeInto(
                        index, gone.stream().map(TenantBoundary::delete).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all documents of one tenant out of an index, whether it can be bound or not; some at a time. */
    void empty(String index, TenantId tenant) throws IOException {
        // what was written a moment ago is not found yet
        refresh(index);
        for (var found = some(index, tenant); !found.isEmpty(); found = some(index, tenant)) {
            var operations =
                    found.stream().map(hit -> TenantBoundary.erase(hit, tenant)).toList();
            var answer = client.bulk(b -> b.index(index).operations(operations).refresh(Refresh.True));
            if (answer.errors()) throw new IOException("documents stay in " + index);
        }
    }

    private List<Hit<Void>> some(String index, TenantId tenant) throws IOException {
        return client.search(TenantBoundary.left(index, tenant, AT_ONCE), Void.class)
                .hits()
                .hits();
    }

    private List<UUID> after(DocumentSource source, String index, @Nullable UUID last) throws IOException {
        return client.search(TenantBoundary.ids(index, last, source.atOnce()), Void.class).hits().hits().stream()
                .map(Hit::id)
                .map(String::valueOf)
                .map(TenantBoundary::thing)
                .toList();
    }
}
