package org.plenary.papers.committee;

import java.util.List;

/**
 * What the chairs ask of a reviewer.
 *
 * @param senior of whom each paper gets one if it can be
 * @param tracks whose papers they review; empty for all
 * @param least papers that they are given if there are enough
 * @param most papers that they are given
 */
public record Seat(boolean senior, List<String> tracks, int least, int most) {
    public Seat {
        tracks = List.copyOf(tracks);
    }

    /** Whether they review in this track. @param track null for a paper without one */
    public boolean covers(@org.jspecify.annotations.Nullable String track) {
        return tracks.isEmpty() || track != null && tracks.contains(track);
    }
}
