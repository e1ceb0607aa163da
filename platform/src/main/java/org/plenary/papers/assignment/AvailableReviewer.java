package org.plenary.papers.assignment;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who reviews, and how much of it.
 *
 * @param least papers that they are to get; kept where it can be, told where it can't
 * @param most papers that they get at all; only papers pinned to them by hand go beyond it
 * @param senior whether they count as the senior reviewer that each paper is to have
 * @param country where they work, blank where unknown
 * @param institution where they work, blank where unknown; the same one is to be written the same way
 * @param tracks that they review for; none means all
 * @param expertise from −2 (none) to 2 (expert) by topic of the call; what is left out is 0
 */
public record AvailableReviewer(
        UUID id,
        int least,
        int most,
        boolean senior,
        String country,
        String institution,
        Set<String> tracks,
        Map<String, Integer> expertise) {
    static final int EXPERT = 2;

    public AvailableReviewer {
        if (least < 0 || most < least)
            throw new IllegalArgumentException("From " + least + " to " + most + " papers is no number of papers");
        if (expertise.values().stream().anyMatch(level -> Math.abs(level) > EXPERT))
            throw new IllegalArgumentException("Expertise is −2 to 2: " + expertise);
        tracks = Set.copyOf(tracks);
        expertise = Map.copyOf(expertise);
    }

    boolean reviewsFor(String track) {
        return tracks.isEmpty() || tracks.contains(track);
    }
}
