package org.plenary.fulltext;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** PORT: which things of the bound tenant have much in common with one of them. */
public interface AlikeThings {
    /**
     * The likest first, by title, keywords and text; none when the index does not have the thing, or cannot be reached.
     *
     * @param filters facet name to accepted values
     */
    List<UUID> like(String kind, UUID conference, UUID id, Map<String, List<String>> filters, int limit);
}
