package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenary.fulltext.FullText;
import org.plenary.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds by Elasticsearch. */
@Component
class ElasticFullText implements FullText {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticFullText.class);

    private final ElasticsearchClient client;
    private final Indexes indexes;

    ElasticFullText(ElasticsearchClient client, Indexes indexes) {
        this.client = client;
        this.indexes = indexes;
    }

    @Override
    public Result search(Query query) {
        try {
            var request = SearchRequests.of(indexes.ready(query.kind()), query);
            return result(query, client.search(request, Void.class));
        } catch (IOException | ElasticsearchException e) {
            indexes.forget(query.kind());
            LOG.atWarn().addKeyValue("kind", query.kind()).log("search failed: {}", e.toString());
            throw new Problem.Unavailable(
                    "search_unavailable",
                    "Search is not available at the moment; everything else works. Try again soon.");
        }
    }

    private static Result result(Query query, SearchResponse<Void> response) {
        var found = response.hits().hits();
        var isMore = found.size() > query.limit();
        var hits = (isMore ? found.subList(0, query.limit()) : found)
                .stream().map(ElasticFullText::hit).toList();
        var total = response.hits().total();
        return new Result(
                hits,
                total == null ? hits.size() : total.value(),
                facets(query.facets(), response),
                isMore ? new Cursor(hits.getLast().score(), hits.getLast().id()).toString() : null);
    }

    private static FullText.Hit hit(co.elastic.clients.elasticsearch.core.search.Hit<Void> hit) {
        var score = hit.score();
        return new FullText.Hit(
                TenantBoundary.thing(String.valueOf(hit.id())), score == null ? 0 : score, Map.copyOf(hit.highlight()));
    }

    private static Map<String, Map<String, Long>> facets(List<String> names, SearchResponse<Void> response) {
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (var name : names) {
            var counts = new LinkedHashMap<String, Long>();
            var counted = response.aggregations().get(name);
            if (counted != null) {
                var values = counted.filter().aggregations().get(SearchRequests.VALUES);
                if (values != null)
                    values.sterms()
                            .buckets()
                            .array()
                            .forEach(b -> counts.put(b.key().stringValue(), b.docCount()));
            }
            facets.put(name, counts);
        }
        return facets;
    }
}
