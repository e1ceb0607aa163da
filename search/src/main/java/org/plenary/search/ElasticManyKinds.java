package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenary.fulltext.FoundKind.Order;
import org.plenary.fulltext.FullText;
import org.plenary.fulltext.ManyKinds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds things of several kinds in one request to Elasticsearch, which ends when it takes long. */
@Component
class ElasticManyKinds implements ManyKinds {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticManyKinds.class);

    /** Of what is typed quickly most is never looked at: what cannot be answered soon is not worth more. */
    private static final String LONGEST = "2s";

    private static final int MOST_COUNTED = 10_000;

    private final ElasticsearchClient client;
    private final Indexes indexes;
    private final Reach reach;

    ElasticManyKinds(ElasticsearchClient client, Indexes indexes, Reach reach) {
        this.client = client;
        this.indexes = indexes;
        this.reach = reach;
    }

    @Override
    public Map<String, Found> search(String text, Order order, List<Part> parts) {
        if (parts.isEmpty()) return Map.of();
        if (!reach.isWorthATry()) throw PlainFullText.unavailable();
        try {
            var requests = new ArrayList<SearchRequest>();
            for (var part : parts) requests.add(request(indexes.ready(part.kind()), text, order, part));
            var answers = client.msearch(TenantBoundary.together(requests), Void.class)
                    .responses();
            var found = new LinkedHashMap<String, Found>();
            for (var i = 0; i < parts.size(); i++) {
                var kind = parts.get(i).kind();
                if (answers.get(i).isResult())
                    found.put(kind, found(answers.get(i).result()));
                else failed(kind, answers.get(i).failure().error().toString());
            }
            reach.isThere();
            return found;
        } catch (IOException | ElasticsearchException e) {
            parts.forEach(part -> failed(part.kind(), e.toString()));
            reach.failed(e);
            throw PlainFullText.unavailable();
        }
    }

    private void failed(String kind, String why) {
        indexes.forget(kind);
        LOG.atWarn().addKeyValue("kind", kind).log("search of many kinds failed: {}", why);
    }

    private static SearchRequest request(String index, String text, Order order, Part part) {
        var conferences = part.conferences().stream()
                .map(id -> FieldValue.of(id.toString()))
                .toList();
        var matching = Query.of(q -> q.bool(b -> b.must(Words.query(text, part.synonyms(), part.inFiles()))
                .filter(f -> f.terms(t -> t.field("conference").terms(v -> v.value(conferences))))));
        var request = TenantBoundary.search(index, matching)
                .size(part.limit())
                .from(part.from())
                .timeout(LONGEST)
                .source(s -> s.fetch(false))
                .trackTotalHits(t -> t.count(MOST_COUNTED));
        // ids rise with time
        if (order == Order.RELEVANCE) request.sort(s -> s.score(o -> o.order(SortOrder.Desc)));
        request.sort(s -> s.field(f -> f.field("id").order(SortOrder.Desc)));
        if (part.limit() > 0) request.highlight(SearchRequests.highlight(text, part.synonyms(), part.inFiles()));
        return request.build();
    }

    private static Found found(MultiSearchItem<Void> answer) {
        var hits = answer.hits().hits().stream()
                .map(hit -> new FullText.Hit(
                        TenantBoundary.thing(String.valueOf(hit.id())),
                        hit.score() == null ? 0 : hit.score(),
                        Map.copyOf(hit.highlight())))
                .toList();
        var total = answer.hits().total();
        return new Found(hits, total == null ? hits.size() : total.value());
    }
}
