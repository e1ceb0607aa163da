package org.plenary.search;

import java.io.IOException;
import java.util.List;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantRestored;
import org.springframework.stereotype.Component;

/**
 * Makes the documents anew of a tenant whose data was replaced: what is not there any more must not be found. What is there is written
 * over before the rest is taken out, and not all deleted first: of a deleted document Elasticsearch remembers the version for an hour,
 * and the message that comes a second time would write nothing.
 */
@Component
class RestoredDocuments {
    private final Rebuilding rebuilding;
    private final Sweeping sweeping;
    private final Indexes indexes;
    private final List<DocumentSource> sources;

    RestoredDocuments(Rebuilding rebuilding, Sweeping sweeping, Indexes indexes, List<DocumentSource> sources) {
        this.rebuilding = rebuilding;
        this.sweeping = sweeping;
        this.indexes = indexes;
        this.sources = sources;
    }

    @OutboundListener(id = "search.restore-tenant")
    void on(TenantRestored event) throws IOException {
        for (var source : sources) {
            for (var index : indexes.readyToWrite(source.kind())) {
                rebuilding.copy(source, index);
                sweeping.sweep(source, index);
            }
        }
    }
}
