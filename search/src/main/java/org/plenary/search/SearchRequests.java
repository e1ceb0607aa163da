package org.plenary.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.FullText;
import org.plenary.kernel.web.Page;

/**
 * Writes the request for a page of results. Filters are applied after counting: each facet is counted under the filters of
 * all the others, so that its own other values stay visible to choose from.
 */
final class SearchRequests {
    static final String VALUES = "values";
    private static final int MOST_VALUES = 100;
    private static final int FRAGMENT_CHARACTERS = 180;
    private static final Pattern FACET = Pattern.compile("[a-z_]{1,40}");

    private SearchRequests() {}

    /** The first page; later ones, too, of results that all have the same score. */
    static SearchRequest of(String index, FullText.Query query, @Nullable Cursor after) {
        var request = asked(TenantBoundary.search(index, matching(query)), query)
                .sort(order(query.order()))
                .postFilter(filter(query, ""));
        if (after != null) request.searchAfter(after.sortValues(query.order()));
        return request.build();
    }

    /** A page after the first, of results that move. @param snapshot as {@link TenantBoundary#snapshot} gave it */
    static SearchRequest following(String snapshot, FullText.Query query, Cursor after) {
        var shown =
                after.first().stream().map(id -> FieldValue.of(id.toString())).toList();
        var request = asked(TenantBoundary.searchIn(snapshot, matching(query)), query)
                .sort(order(query.order()))
                .sort(s -> s.field(f -> f.field("_shard_doc").order(SortOrder.Asc)))
                .postFilter(f -> f.bool(b -> b.filter(filter(query, ""))
                        .mustNot(n -> n.terms(t -> t.field("id").terms(v -> v.value(shown))))));
        var values = new ArrayList<>(after.sortValues(query.order()));
        if (after.snapshot() != null) {
            // Elasticsearch wants a value for each field of the sort; no two documents of a tenant have the same id
            values.add(FieldValue.of(Long.MAX_VALUE));
            request.searchAfter(values);
        }
        return request.build();
    }

    private static List<SortOptions> order(FullText.Order order) {
        var oldest = SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
        return switch (order) {
            case FullText.Order.Best _ -> List.of(SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))), oldest);
            // ids rise with time
            case FullText.Order.Newest _ ->
                List.of(SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Desc))));
            case FullText.Order.By by ->
                List.of(
                        SortOptions.of(s -> s.field(f -> f.field(field(by.facet()))
                                .order(SortOrder.Asc)
                                .unmappedType(FieldType.Keyword)
                                .missing("_last"))),
                        oldest);
        };
    }

    private static Query matching(FullText.Query query) {
        return Query.of(q -> q.bool(b -> b.must(Words.query(query.text(), query.synonyms(), query.inFiles()))
                .filter(f -> f.term(
                        t -> t.field("conference").value(query.conference().toString())))));
    }

    private static SearchRequest.Builder asked(SearchRequest.Builder request, FullText.Query query) {
        if (query.limit() < 1 || query.limit() > Page.MAXIMUM_LIMIT) throw new IllegalArgumentException("limit");
        request.size(query.limit() + 1)
                .source(s -> s.fetch(false))
                .trackScores(true)
                .trackTotalHits(t -> t.enabled(true));
        for (var facet : query.facets()) request.aggregations(facet, counted(facet, query));
        for (var each : query.known()) request.aggregations(counter(each), counted(each, query));
        if (!query.text().isBlank()) request.highlight(highlight(query.text(), query.synonyms(), query.inFiles()));
        return request;
    }

    /** Marks these words in some documents alone. @param documents their ids in the index */
    static SearchRequest marking(String index, List<String> documents, String words) {
        return TenantBoundary.search(index, Query.of(q -> q.ids(i -> i.values(documents))))
                .size(documents.size())
                .source(s -> s.fetch(false))
                .highlight(highlight(words, List.of(), false))
                .build();
    }

    private static Aggregation counted(String facet, FullText.Query query) {
        var known = known(query, facet);
        return Aggregation.of(a -> a.filter(f -> f.bool(b -> {
                    b.filter(filter(query, facet));
                    if (!known.isEmpty()) b.mustNot(things(known));
                    return b;
                }))
                .aggregations(VALUES, v -> v.terms(t -> t.field(field(facet)).size(MOST_VALUES))));
    }

    private static Aggregation counted(FullText.Known known, FullText.Query query) {
        return Aggregation.of(a ->
                a.filter(f -> f.bool(b -> b.filter(filter(query, known.facet()), things(List.of(known))))));
    }

    /** The name of what counts the things that have a value of a facet for whoever asks; those of the index are counted without them. */
    static String counter(FullText.Known known) {
        return known.facet() + "-" + known.value();
    }

    private static Query filter(FullText.Query query, String except) {
        return Query.of(q -> q.bool(b -> {
            query.filters().forEach((facet, values) -> {
                if (!facet.equals(except) && !values.isEmpty()) b.filter(accepted(query, facet, values));
            });
            return b;
        }));
    }

    private static Query accepted(FullText.Query query, String facet, List<String> values) {
        var accepted = values.stream().map(FieldValue::of).toList();
        var inIndex = Query.of(q -> q.terms(t -> t.field(field(facet)).terms(v -> v.value(accepted))));
        var known = known(query, facet);
        if (known.isEmpty()) return inIndex;
        var fitting =
                known.stream().filter(each -> values.contains(each.value())).toList();
        return Query.of(q ->
                q.bool(b -> b.should(s -> s.bool(o -> o.filter(inIndex).mustNot(things(known))))
                        .should(things(fitting))));
    }

    private static List<FullText.Known> known(FullText.Query query, String facet) {
        return query.known().stream().filter(each -> each.facet().equals(facet)).toList();
    }

    private static Query things(List<FullText.Known> known) {
        var ids = known.stream()
                .flatMap(each -> each.ids().stream())
                .map(id -> FieldValue.of(id.toString()))
                .toList();
        return Query.of(q -> q.terms(t -> t.field("id").terms(v -> v.value(ids))));
    }

    private static String field(String facet) {
        if (!FACET.matcher(facet).matches()) throw new IllegalArgumentException("not a facet: " + facet);
        return "facets." + facet;
    }

    static Highlight highlight(String text, List<List<String>> synonyms, boolean inFiles) {
        var words = new Marking(text, synonyms, inFiles);
        return Highlight.of(h -> {
            h.encoder(HighlighterEncoder.Html)
                    .preTags("<em>")
                    .postTags("</em>")
                    .fields(
                            words.whole("title", "title", "title.en", "title.zh"),
                            words.whole("names", "names", "names.zh"),
                            words.whole("keywords", "keywords", "keywords.en", "keywords.zh"),
                            words.whole("about", "about", "about.en", "about.zh"),
                            words.parts("body", "body", "body.en", "body.zh"));
            return inFiles ? h.fields(words.file()) : h;
        });
    }

    /** What is marked, field by field. */
    private record Marking(String text, List<List<String>> synonyms, boolean inFiles) {
        NamedValue<HighlightField> whole(String field, String... variants) {
            return NamedValue.of(
                    field, field(field, variants).numberOfFragments(0).build());
        }

        NamedValue<HighlightField> parts(String field, String... variants) {
            return NamedValue.of(
                    field,
                    field(field, variants)
                            .numberOfFragments(2)
                            .fragmentSize(FRAGMENT_CHARACTERS)
                            .build());
        }

        NamedValue<HighlightField> file() {
            return NamedValue.of(
                    TextFields.FILE,
                    new HighlightField.Builder()
                            .highlightQuery(Words.foundInFile(text))
                            .numberOfFragments(1)
                            .fragmentSize(FRAGMENT_CHARACTERS)
                            .build());
        }

        private HighlightField.Builder field(String field, String... variants) {
            return new HighlightField.Builder()
                    .matchedFields(List.of(variants))
                    .highlightQuery(Words.found(text, synonyms, inFiles, field, List.of(variants)));
        }
    }
}
