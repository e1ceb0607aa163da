package org.plenary.fulltext;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the database alone found.
 *
 * @param ids in rising order
 * @param isMore whether others come after these
 * @param facets facet name to value to count, the most frequent value first
 */
public record PlainPage(List<UUID> ids, boolean isMore, long total, Map<String, Map<String, Long>> facets) {}
