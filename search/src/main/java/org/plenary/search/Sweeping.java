package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.springframework.stereotype.Component;

/** Removes from an index what is not there any more: it was deleted while the index was made from the database. */
@Component
class Sweeping {
    private static final int PAGE = 200;

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
            for (var found = after(index, null); !found.isEmpty(); found = after(index, found.getLast())) {
                var gone = new LinkedHashSet<>(found);
                source.documents(found).forEach(document -> gone.remove(document.id()));
                writer.write(
                        source.kind(),
                        index,
                        gone.stream().map(TenantBoundary::delete).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<UUID> after(String index, @Nullable UUID last) throws IOException {
        return client.search(TenantBoundary.ids(index, last, PAGE), Void.class).hits().hits().stream()
                .map(Hit::id)
                .map(String::valueOf)
                .map(TenantBoundary::thing)
                .toList();
    }
}
