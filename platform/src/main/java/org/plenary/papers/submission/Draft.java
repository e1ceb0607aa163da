package org.plenary.papers.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A paper that is being written and was not handed in yet.
 *
 * @param fields of the page, as they were typed: nothing in them is checked
 */
record Draft(UUID id, Map<String, List<String>> fields, Instant savedAt) {}
