package org.plenary.papers.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.PaperStatus;

/**
 * A paper among those to be decided, with what its reviewers think.
 *
 * @param track its key; empty for none
 * @param reviews that were handed in
 * @param score their mean, each weighed by how sure its reviewer is; null without any
 * @param lowest and {@code highest} of their scores
 */
record Candidate(
        UUID id,
        int number,
        String title,
        String track,
        PaperStatus status,
        int reviews,
        @Nullable Double score,
        @Nullable Integer lowest,
        @Nullable Integer highest) {
    boolean isUndecided() {
        return status == PaperStatus.SUBMITTED;
    }
}
