package org.plenary.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as the database alone can answer it: what somebody typed is read into words, nothing about them is forgiven.
 *
 * @param words all of them must occur; none finds everything
 * @param excluded none of them may occur
 * @param filters facet name to accepted values; no values accept all
 * @param facets names of the facets to count
 * @param known as in {@link FullText.Query}
 * @param order as in {@link FullText.Query}; the best are the oldest
 * @param after the last one of the page before, or null
 */
public record PlainQuery(
        UUID conference,
        List<Word> words,
        List<Word> excluded,
        Map<String, List<String>> filters,
        List<String> facets,
        List<FullText.Known> known,
        int limit,
        FullText.Order order,
        @Nullable Last after) {

    /** @param key by which it stood where it did; null in an order that needs none */
    public record Last(UUID id, @Nullable String key) {}

    /**
     * @param field where alone it is looked for; null for everywhere
     * @param others that stand for it, as whole words of titles, keywords and texts
     */
    public record Word(String text, @Nullable String field, Collection<String> others) {}
}
