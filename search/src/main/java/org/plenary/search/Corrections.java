package org.plenary.search;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words that are close to mistyped ones, to show where these were found. To let the highlighter look for near words itself takes forty
 * times as long as all else: it prepares for each hit anew. The words are of all that is indexed; none leaves the server but as the mark
 * around a word of the tenant's own.
 */
final class Corrections {
    private static final List<String> FIELDS = List.of("title", "names", "keywords", "body");
    private static final int NEAREST = 3;

    private Corrections() {}

    static SearchRequest request(String index, String typed, boolean inFiles) {
        return TenantBoundary.search(index, Query.of(q -> q.matchNone(none -> none)))
                .size(0)
                .suggest(suggester(Words.needed(typed, inFiles)))
                .build();
    }

    private static Suggester suggester(List<String> words) {
        return Suggester.of(all -> {
            for (var word : words)
                for (var field : FIELDS)
                    all.suggesters(
                            field + " " + word,
                            each -> each.text(word)
                                    .term(t -> t.field(field)
                                            .suggestMode(SuggestMode.Always)
                                            .prefixLength(1)
                                            .size(NEAREST)));
            return all;
        });
    }

    /** Words with blanks between them; empty when none is near. */
    static String of(SearchResponse<Void> response) {
        var words = new LinkedHashSet<String>();
        for (var suggestions : response.suggest().values())
            for (var suggestion : suggestions)
                if (suggestion.isTerm()) suggestion.term().options().forEach(option -> words.add(option.text()));
        return words.stream().collect(Collectors.joining(" "));
    }
}
