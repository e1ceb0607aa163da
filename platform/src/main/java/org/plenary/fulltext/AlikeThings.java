package org.plenary.fulltext;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** PORT: which things of the bound tenant have much in common with a text. */
public interface AlikeThings {
    /**
     * The likest first, by title, keywords and text; the thing itself that the text is of may be among them.
     *
     * @param filters facet name to accepted values
     * @throws org.plenary.kernel.Problem.Unavailable code {@code search_unavailable} when the index cannot be reached
     */
    List<UUID> like(
            String kind, Collection<UUID> conferences, String text, Map<String, List<String>> filters, int limit);
}
