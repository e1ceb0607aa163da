package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes documents in bulk. A document that is in the index in a newer version stays as it is. */
@Component
class DocumentWriter {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String INDEX_MISSING = "index_not_found_exception";

    private final ElasticsearchClient client;
    private final Indexes indexes;

    DocumentWriter(ElasticsearchClient client, Indexes indexes) {
        this.client = client;
        this.indexes = indexes;
    }

    void write(String kind, List<BulkOperation> operations) throws IOException {
        for (var alias : indexes.readyToWrite(kind)) write(alias, true, operations);
    }

    /** @throws IOException also when a part of it failed: the whole is to be repeated */
    void writeInto(String index, List<BulkOperation> operations) throws IOException {
        write(index, false, operations);
    }

    /** @param isAlias so that Elasticsearch makes no index of this name by itself when ours was lost */
    private void write(String index, boolean isAlias, List<BulkOperation> operations) throws IOException {
        if (operations.isEmpty()) return;
        var response = client.bulk(b -> b.index(index).requireAlias(isAlias).operations(operations));
        if (!response.errors()) return;
        for (var item : response.items()) {
            if (isHarmless(item)) continue;
            var error = item.error();
            if (error != null && INDEX_MISSING.equals(error.type())) indexes.forgetAlias(index);
            throw new IOException("search index refused " + item.id() + ": " + error);
        }
    }

    private static boolean isHarmless(BulkResponseItem item) {
        var error = item.error();
        if (error == null) return true;
        return item.status() == CONFLICT || item.status() == NOT_FOUND && !INDEX_MISSING.equals(error.type());
    }
}
