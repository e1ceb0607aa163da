package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.fulltext.AlikeThings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what is alike by Elasticsearch: by the words that are frequent in the one and rare in all. */
@Component
class ElasticAlikeThings implements AlikeThings {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticAlikeThings.class);
    /** Each by itself: of several fields at once Elasticsearch looks for a word in one alone, and not always in one that has it. */
    private static final List<String> FIELDS =
            List.of("title.en", "title.zh", "keywords.en", "keywords.zh", "body.en", "body.zh");

    private static final int WORDS = 30;

    /** Less in common is by chance. */
    private static final String LEAST = "15%";

    private final ElasticsearchClient client;
    private final Indexes indexes;
    private final Reach reach;

    ElasticAlikeThings(ElasticsearchClient client, Indexes indexes, Reach reach) {
        this.client = client;
        this.indexes = indexes;
        this.reach = reach;
    }

    @Override
    public List<UUID> like(
            String kind, Collection<UUID> conferences, String text, Map<String, List<String>> filters, int limit) {
        if (!reach.isWorthATry()) throw PlainFullText.unavailable();
        try {
            var index = indexes.ready(kind);
            var alike = Query.of(q -> q.bool(b -> {
                b.must(m -> m.bool(fields -> fields.should(
                        FIELDS.stream().map(field -> alike(field, text)).toList())));
                b.filter(f -> f.terms(t -> t.field("conference")
                        .terms(v -> v.value(conferences.stream()
                                .map(id -> FieldValue.of(id.toString()))
                                .toList()))));
                filters.forEach((facet, values) -> b.filter(f -> f.terms(t -> t.field("facets." + facet)
                        .terms(v -> v.value(values.stream().map(FieldValue::of).toList())))));
                return b;
            }));
            var request = TenantBoundary.search(index, alike)
                    .size(limit)
                    .timeout("2s")
                    .source(s -> s.fetch(false))
                    .trackTotalHits(t -> t.enabled(false))
                    .build();
            var found = client.search(request, Void.class);
            reach.isThere();
            return found.hits().hits().stream()
                    .map(hit -> TenantBoundary.thing(String.valueOf(hit.id())))
                    .toList();
        } catch (IOException | ElasticsearchException e) {
            reach.failed(e);
            indexes.forget(kind);
            LOG.atWarn().addKeyValue("kind", kind).log("search for what is alike failed: {}", e.toString());
            throw PlainFullText.unavailable();
        }
    }

    private static Query alike(String field, String text) {
        return Query.of(q -> q.moreLikeThis(like -> like.fields(field)
                .like(l -> l.text(text))
                .minTermFreq(1)
                .minDocFreq(2)
                .minWordLength(2)
                .maxQueryTerms(WORDS)
                .minimumShouldMatch(LEAST)));
    }
}
