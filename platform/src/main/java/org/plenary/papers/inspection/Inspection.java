package org.plenary.papers.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Paper;

/**
 * How far looking into a paper's file has come.
 *
 * @param file the one that is looked into
 * @param lookedFor a hash of the authors that were looked for
 * @param done whether there are facts; else it is waiting or under way
 * @param tries that were begun
 * @param copy the file that reviewers get who must not know the authors; null while there is none
 * @param copyProblem why there is none and will be none
 * @param releasedBy who of the chairs lets reviewers read the file as it is
 */
record Inspection(
        UUID paper,
        UUID conference,
        UUID file,
        String lookedFor,
        boolean done,
        int tries,
        @Nullable FileFacts facts,
        @Nullable UUID copy,
        @Nullable String copyProblem,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        Instant checkedAt) {

    boolean isOf(Paper paper) {
        return file.equals(paper.file());
    }

    public boolean isReleased() {
        return releasedAt != null;
    }

    /** Whether reviewers of a blind review cannot have the file. */
    boolean isWithheld() {
        return done && copy == null && copyProblem != null && !isReleased();
    }
}
