package org.plenary.fulltext;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database alone found.
 *
 * @param ids in the order that was asked for
 * @param last the last of them; null when there are none
 * @param isMore whether others come after these
 * @param facets facet name to value to count, the most frequent value first
 */
public record PlainPage(
        List<UUID> ids,
        PlainQuery.@Nullable Last last,
        boolean isMore,
        long total,
        Map<String, Map<String, Long>> facets) {}
