package org.plenary.papers.matching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.assignment.Score;
import org.plenary.papers.assignment.Verdict;

/**
 * Why somebody reviews a paper or does not, as the chairs asked.
 *
 * @param answer null until it is worked out
 */
record MatchQuestion(
        UUID id,
        UUID conference,
        UUID paper,
        UUID reviewer,
        @Nullable Answer answer,
        Instant askedAt) {
    /**
     * @param score what the pair is worth, and of what that is made
     * @param isGiven whether the reviewer has the paper or is proposed for it, whatever the solver would choose
     * @param otherwise what deciding the other way would cost; null where nobody may decide so
     */
    record Answer(
            Score score,
            Verdict verdict,
            boolean isGiven,
            @Nullable Otherwise otherwise) {
        /** The end of a message key. */
        public String key() {
            return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param cost in points; below 0 where it would be a gain
     * @param missing how many reviews more would be missing, or have a reviewer below their least number
     */
    record Otherwise(long cost, int missing, List<Pair> out, List<Pair> in) {}

    /** A pair that would come or go. @param paper its number */
    record Pair(int paper, String reviewer) {}

    public boolean isAnswered() {
        return answer != null;
    }
}
