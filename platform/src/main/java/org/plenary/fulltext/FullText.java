package org.plenary.fulltext;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PORT: finds things of the bound tenant by their words, with typing errors forgiven. */
public interface FullText {
    /**
     * @throws org.plenary.kernel.Problem.Unavailable code {@code search_unavailable} when the index cannot be reached and the database
     *     cannot answer either, or not go on with a list that the index began
     * @throws org.plenary.kernel.Problem.InvalidInput for a cursor that is none of ours
     */
    Result search(Query query);

    /**
     * @param text what somebody typed; blank finds everything
     * @param filters facet name to accepted values; empty for all
     * @param facets names of the facets to count
     * @param after cursor of the page before, or null
     * @param synonyms groups of words that mean the same: whoever types one finds the others too, with less weight
     * @param order in which they come; later pages are asked for in the same one
     * @param known what is otherwise for whoever asks than for others; each thing at most once for a facet
     * @param inFiles whether what stands in files is looked into as well: only for who may read all of them. Otherwise nothing that is
     *     found, counted, ordered or marked depends on it, whatever is typed
     */
    record Query(
            String kind,
            UUID conference,
            String text,
            Map<String, List<String>> filters,
            List<String> facets,
            int limit,
            @Nullable String after,
            List<List<String>> synonyms,
            Order order,
            List<Known> known,
            boolean inFiles) {
        public Query(
                String kind,
                UUID conference,
                String text,
                Map<String, List<String>> filters,
                List<String> facets,
                int limit,
                @Nullable String after) {
            this(kind, conference, text, filters, facets, limit, after, List.of(), Order.RELEVANCE, List.of(), false);
        }
    }

    /** The order of what is found. What stands equal comes in the order in which it was made. */
    sealed interface Order {
        /** The best match first; while the index is away the oldest. */
        Order RELEVANCE = new Best();

        /** What was made last first. */
        Order NEWEST = new Newest();

        record Best() implements Order {}

        record Newest() implements Order {}

        /**
         * By a facet, the least value first.
         *
         * @param facet of which each thing has one value
         * @param isFixed whether a thing keeps its value for ever
         */
        record By(String facet, boolean isFixed) implements Order {}
    }

    /** These things have this value of a facet and no other, whatever they are kept with: they are filtered and counted by it. */
    record Known(String facet, String value, Set<UUID> ids) {}

    /**
     * @param facets facet name to value to count, the most frequent value first
     * @param isPlain whether the database alone answered, as the index is away: by the words as they are written, nothing marked
     */
    record Result(
            List<Hit> hits,
            long total,
            Map<String, Map<String, Long>> facets,
            @Nullable String next,
            boolean isPlain) {
        public Result(List<Hit> hits, long total, Map<String, Map<String, Long>> facets, @Nullable String next) {
            this(hits, total, facets, next, false);
        }
    }

    /** @param highlights field to fragments; matches are in {@code <em>}, everything else is escaped HTML */
    record Hit(UUID id, double score, Map<String, List<String>> highlights) {}
}
