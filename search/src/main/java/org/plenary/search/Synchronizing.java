package org.plenary.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/**
 * Brings changed things into the index as they are when the message arrives, so that order and repeats do not matter. While
 * Elasticsearch is away the messages stay undelivered and come again.
 */
@Component
class Synchronizing {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final DocumentWriter writer;
    private final Map<String, DocumentSource> sources;

    Synchronizing(DocumentWriter writer, List<DocumentSource> sources) {
        this.writer = writer;
        this.sources = sources.stream().collect(Collectors.toMap(DocumentSource::kind, Function.identity()));
    }

    @OutboundListener(id = "search.index-document")
    void on(DocumentChanged event) throws IOException {
        bring(event.kind(), List.of(event.id()));
    }

    @OutboundListener(id = "search.index-documents")
    void on(DocumentsChanged event) throws IOException {
        bring(event.kind(), event.ids());
    }

    private void bring(String kind, List<UUID> ids) throws IOException {
        var source = sources.get(kind);
        if (source == null) throw new IllegalArgumentException("no source of documents of kind " + kind);
        for (var from = 0; from < ids.size(); from += source.atOnce())
            bring(source, ids.subList(from, Math.min(ids.size(), from + source.atOnce())));
    }

    private void bring(DocumentSource source, List<UUID> ids) throws IOException {
        var operations = new ArrayList<BulkOperation>(ids.size());
        var gone = new LinkedHashSet<>(ids);
        for (var document : source.documents(ids)) {
            operations.add(TenantBoundary.write(document));
            gone.remove(document.id());
        }
        for (var id : gone) operations.add(TenantBoundary.delete(id));
        try {
            writer.write(source.kind(), operations);
        } catch (ElasticsearchException e) {
            // a node that is overloaded or still starting is away: nothing is wrong with what it was given
            if (e.status() < SERVER_ERROR && e.status() != TOO_MANY) throw e;
            throw new Problem.Unavailable("search_unavailable", String.valueOf(e.getMessage()));
        }
    }
}
