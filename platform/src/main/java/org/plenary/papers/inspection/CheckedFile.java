package org.plenary.papers.inspection;

import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Paper;

/**
 * A paper's newest file and what is to be said about it.
 *
 * @param inspection of this file; null while nobody has begun
 * @param verdict null while it is looked into
 */
record CheckedFile(
        Paper paper,
        @Nullable Inspection inspection,
        @Nullable FileVerdict verdict) {
    static final String CHECKING = "checking";

    static CheckedFile of(Paper paper, @Nullable Inspection known, Judging judging) {
        var inspection = known != null && known.isOf(paper) ? known : null;
        var facts = inspection == null || !inspection.done() ? null : inspection.facts();
        return new CheckedFile(
                paper,
                inspection,
                facts == null ? null : judging.of(facts, paper.content().authors()));
    }

    boolean isDone() {
        return verdict != null;
    }

    boolean mustBeMended() {
        return verdict != null && verdict.mustBeMended();
    }

    /** Such as {@code mend}, see {@link FileVerdict#code}; {@code checking} while it is looked into. */
    String code() {
        return verdict == null ? CHECKING : verdict.code();
    }

    /** Whether reviewers of a blind review cannot have it. */
    boolean isWithheld() {
        return inspection != null && inspection.isWithheld();
    }
}
