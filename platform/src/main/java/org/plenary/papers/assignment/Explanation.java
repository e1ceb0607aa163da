package org.plenary.papers.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one pair was assigned or not.
 *
 * @param otherwise what would come of deciding the other way: without this pair where it was chosen, with it where it was not; none where
 *     nobody may decide so (conflicts) or has decided already (pinned)
 */
public record Explanation(
        Score score, Verdict verdict, @Nullable Otherwise otherwise) {
    /**
     * How the best assignment would change.
     *
     * @param cost in points; below 0 where it would be a gain
     * @param missing how many reviews more would be missing, or have a reviewer below their least number
     * @param out pairs that would go
     * @param in pairs that would come
     */
    public record Otherwise(long cost, int missing, List<Place> out, List<Place> in) {}

    /** A pair by the places in the lists. */
    public record Place(int paper, int reviewer) {}
}
