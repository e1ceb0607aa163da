package org.plenary.fulltext;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** PORT: which things of the bound tenant have much in common with a text. */
public interface AlikeThings {
    /**
     * The likest first, by title, keywords and text, with the thing itself that the text is of; none when the index cannot be reached.
     *
     * @param filters facet name to accepted values
     */
    List<UUID> like(String kind, UUID conference, String text, Map<String, List<String>> filters, int limit);
}
