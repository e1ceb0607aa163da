package org.plenary.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** PORT: finds things of several kinds of the bound tenant in one request, so that it is quick enough to be asked at each key. */
public interface ManyKinds {
    /**
     * By kind; one that could not be asked is left out.
     *
     * @throws org.plenary.kernel.Problem.Unavailable code {@code search_unavailable} when the index cannot be reached
     */
    Map<String, Found> search(String text, FoundKind.Order order, List<Part> parts);

    /**
     * One kind.
     *
     * @param limit 0 to be counted only
     * @param synonyms as in {@link FullText.Query}
     * @param inFiles as in {@link FullText.Query}
     */
    record Part(
            String kind,
            Collection<UUID> conferences,
            int limit,
            int from,
            List<List<String>> synonyms,
            boolean inFiles) {}

    /** @param total at least so many, when there are very many */
    record Found(List<FullText.Hit> hits, long total) {}
}
