package org.plenary.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/** SPI: tells what things of one kind the bound tenant has, as they are today. */
public interface DocumentSource {
    /** {@code paper} or {@code delegate}; one source per kind. */
    String kind();

    /** How many documents are read and written together: fewer where they are large. */
    default int atOnce() {
        return 200;
    }

    /** In any order; without those that are gone and must not be found any more. @param ids at most 500 */
    List<Document> documents(Collection<UUID> ids);

    /** Ids in rising order for a rebuild, at most {@code limit} after the given one. */
    List<UUID> idsAfter(@Nullable UUID after, int limit);

    /**
     * Answers from the database alone while the index is away. The same things are found and counted as by {@link #document}, but by no
     * more than the words as they are written.
     *
     * @throws Problem.Unavailable for a kind that has no such way
     */
    default PlainPage search(PlainQuery query) {
        throw new Problem.Unavailable(
                "search_unavailable", "Search is not available at the moment; everything else works. Try again soon.");
    }

    /**
     * What can be found of one thing.
     *
     * @param conference the conference that it is found in
     * @param version rises with every change, so that an older message never overwrites a newer one
     * @param fields searched and highlighted texts, the weightiest first: {@code title}, {@code names}, {@code keywords},
     *     {@code body}, {@code about} (where somebody is from, what it belongs to), {@code codes} (references and e-mail addresses, matched whole or by prefix),
     *     {@code file} (one long text, of which only who may know it is told: {@link FullText.Query#inFiles}); others are refused
     * @param facets what results are counted and filtered by, such as {@code track}, {@code country}, {@code status}
     */
    record Document(
            UUID id,
            UUID conference,
            long version,
            Map<String, List<String>> fields,
            Map<String, List<String>> facets) {}
}
