package org.plenary.search;

import java.io.IOException;
import java.util.List;
import org.plenary.fulltext.DocumentSource;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantRestored;
import org.springframework.stereotype.Component;

/** Makes the documents anew of a tenant whose data was replaced: what is not there any more must not be found. */
@Component
class RestoredDocuments {
    private final ErasedDocuments erased;
    private final Rebuilding rebuilding;
    private final Indexes indexes;
    private final List<DocumentSource> sources;

    RestoredDocuments(ErasedDocuments erased, Rebuilding rebuilding, Indexes indexes, List<DocumentSource> sources) {
        this.erased = erased;
        this.rebuilding = rebuilding;
        this.indexes = indexes;
        this.sources = sources;
    }

    @OutboundListener(id = "search.restore-tenant")
    void on(TenantRestored event) throws IOException {
        erased.erase(event.tenant());
        for (var source : sources) rebuilding.copy(source, indexes.ready(source.kind()));
    }
}
