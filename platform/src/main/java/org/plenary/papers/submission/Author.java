package org.plenary.papers.submission;

import org.jspecify.annotations.Nullable;

/**
 * One author of a paper.
 *
 * @param country ISO 3166-1 alpha-2
 * @param corresponding whether the organizers write to this one
 * @param orcid as in {@code 0000-0002-1825-0097}
 */
public record Author(
        String name,
        @Nullable String email,
        @Nullable String affiliation,
        @Nullable String country,
        boolean corresponding,
        @Nullable String orcid) {}
