package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
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
    private final ElasticsearchClient client;
    private final Indexes indexes;
    private final Sweeping sweeping;
    private final HomeRows homes;
    private final List<DocumentSource> sources;

    ErasedDocuments(
            ElasticsearchClient client,
            Indexes indexes,
            Sweeping sweeping,
            HomeRows homes,
            List<DocumentSource> sources) {
        this.client = client;
        this.indexes = indexes;
        this.sweeping = sweeping;
        this.homes = homes;
        this.sources = sources;
    }

    @OutboundListener(id = "search.erase-tenant")
    void on(TenantErased event) throws IOException {
        homes.forget(event.tenant());
        indexes.homesChanged();
        for (var source : sources) {
            indexes.drop(indexes.own(source.kind(), event.tenant()));
            sweeping.empty(indexes.readyAlias(indexes.shared(source.kind())), event.tenant());
        }
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
                count += count(indexes.readyAlias(indexes.shared(source.kind())), tenant);
                var own = indexes.own(source.kind(), tenant);
                if (client.indices().existsAlias(a -> a.name(own)).value()) count += count(own, tenant);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String index, TenantId tenant) throws IOException {
        client.indices().refresh(r -> r.index(index));
        return client.count(TenantBoundary.all(index, tenant)).count();
    }
}
