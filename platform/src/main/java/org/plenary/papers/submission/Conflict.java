package org.plenary.papers.submission;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not to review a paper, as its authors say.
 *
 * @param who a name, an e-mail address, or the domain of an institution
 * @param reason in their words
 */
public record Conflict(String who, @Nullable String reason) {}
