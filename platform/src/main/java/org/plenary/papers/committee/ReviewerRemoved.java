package org.plenary.papers.committee;

import java.util.UUID;

/** Somebody reviews no more. Told inside the transaction that removes them. */
public record ReviewerRemoved(UUID reviewer) {}
