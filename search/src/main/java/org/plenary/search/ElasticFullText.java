package org.plenary.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.plenary.fulltext.FullText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds by Elasticsearch. */
@Component
class ElasticFullText implements FullText {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticFullText.class);

    private static final int MALFORMED = 400;
    private static final int GONE = 404;

    private final ElasticsearchClient client;
    private final Indexes indexes;

    ElasticFullText(ElasticsearchClient client, Indexes indexes) {
        this.client = client;
        this.indexes = indexes;
    }

    @Override
    public Result search(Query query) {
        try {
            return ask(query);
        } catch (IOException | ElasticsearchException e) {
            throw PlainFullText.unavailable();
        }
    }

    /** The same, for who can do something about it when it fails. */
    Result ask(Query query) throws IOException {
        var after = query.after() == null ? null : Cursor.parse(query.after());
        try {
            var index = indexes.ready(query.kind());
            if (after != null && !after.first().isEmpty()) return following(index, query, after);
            var response = client.search(SearchRequests.of(index, query, after), Void.class);
            return result(query, response, marks(index, query, response), (place, hits) -> cursor(query, place, hits));
        } catch (IOException | ElasticsearchException e) {
            indexes.forget(query.kind());
            LOG.atWarn().addKeyValue("kind", query.kind()).log("search failed: {}", e.toString());
            throw e;
        }
    }

    private static Cursor cursor(Query query, Cursor.Place place, List<FullText.Hit> hits) {
        var moves = switch (query.order()) {
            case Order.Best _ -> !query.text().isBlank();
            case Order.Newest _ -> false;
            case Order.By by -> !by.isFixed();
        };
        var shown = moves ? hits.stream().map(FullText.Hit::id).toList() : List.<UUID>of();
        return new Cursor(place, hits.getLast().id(), shown, null);
    }

    private Result following(String index, Query query, Cursor after) throws IOException {
        var snapshot = after.snapshot() == null ? snapshot(index) : after.snapshot();
        SearchResponse<Void> response;
        try {
            response = client.search(SearchRequests.following(snapshot, query, after), Void.class);
        } catch (ElasticsearchException e) {
            if (after.snapshot() == null) throw e;
            if (e.status() == MALFORMED) throw Cursor.notOurs();
            if (e.status() != GONE) throw e;
            // it was left too long, or its node is gone: scores may have moved since, but the list goes on
            snapshot = snapshot(index);
            response = client.search(SearchRequests.following(snapshot, query, after), Void.class);
        }
        var used = response.pitId() == null ? snapshot : response.pitId();
        var page = result(
                query,
                response,
                marks(index, query, response),
                (place, hits) -> new Cursor(place, hits.getLast().id(), after.first(), used));
        return new Result(page.hits(), page.total() + after.first().size(), page.facets(), page.next());
    }

    private String snapshot(String index) throws IOException {
        return client.openPointInTime(TenantBoundary.snapshot(index)).id();
    }

    /** Where the words were found, by document; where only near ones were, those. */
    private Map<String, Map<String, List<String>>> marks(String index, Query query, SearchResponse<Void> response)
            throws IOException {
        var marks = new HashMap<String, Map<String, List<String>>>();
        var without = new ArrayList<String>();
        for (var hit : response.hits().hits()) {
            marks.put(hit.id(), hit.highlight());
            if (hit.id() != null && hit.highlight().isEmpty()) without.add(hit.id());
        }
        if (query.text().isBlank() || without.isEmpty()) return marks;
        var near = Corrections.request(index, query.text(), query.inFiles());
        var words = Corrections.of(client.search(near, Void.class));
        if (words.isEmpty()) return marks;
        for (var hit : client.search(SearchRequests.marking(index, without, words), Void.class)
                .hits()
                .hits()) marks.put(hit.id(), hit.highlight());
        return marks;
    }

    private static Result result(
            Query query,
            SearchResponse<Void> response,
            Map<String, Map<String, List<String>>> marks,
            BiFunction<Cursor.Place, List<FullText.Hit>, Cursor> next) {
        var found = response.hits().hits();
        var isMore = found.size() > query.limit();
        var hits = (isMore ? found.subList(0, query.limit()) : found)
                .stream().map(hit -> hit(hit, marks)).toList();
        var total = response.hits().total();
        return new Result(
                hits,
                total == null ? hits.size() : total.value(),
                facets(query, response),
                isMore
                        ? next.apply(Cursor.place(query.order(), found.get(hits.size() - 1)), hits)
                                .toString()
                        : null);
    }

    private static FullText.Hit hit(
            co.elastic.clients.elasticsearch.core.search.Hit<Void> hit, Map<String, Map<String, List<String>>> marks) {
        var score = hit.score();
        return new FullText.Hit(
                TenantBoundary.thing(String.valueOf(hit.id())),
                score == null ? 0 : score,
                Map.copyOf(marks.getOrDefault(hit.id(), Map.of())));
    }

    private static Map<String, Map<String, Long>> facets(Query query, SearchResponse<Void> response) {
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (var name : query.facets()) {
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
            facets.put(name, withKnown(counts, name, query, response));
        }
        return facets;
    }

    private static Map<String, Long> withKnown(
            Map<String, Long> counts, String facet, Query query, SearchResponse<Void> response) {
        for (var each : query.known()) {
            var counted = response.aggregations().get(SearchRequests.counter(each));
            if (each.facet().equals(facet)
                    && counted != null
                    && counted.filter().docCount() > 0)
                counts.merge(each.value(), counted.filter().docCount(), Long::sum);
        }
        if (query.known().isEmpty()) return counts;
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }
}
