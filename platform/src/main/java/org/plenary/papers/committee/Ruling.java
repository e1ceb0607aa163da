package org.plenary.papers.committee;

import java.time.Instant;
import java.util.UUID;

/**
 * What the chairs say about a pair.
 *
 * @param conflicts whether there is a conflict; false takes away what was found
 */
public record Ruling(UUID paper, UUID reviewer, boolean conflicts, String reason, String by, Instant at) {}
