package org.plenary.papers.award;

import org.plenary.kernel.LocalizedText;
import org.plenary.papers.submission.Paper;

/**
 * A paper that is nominated.
 *
 * @param student name of the student among its authors; empty for none
 * @param laudation why it is nominated; blank for nothing
 */
record Nominee(Paper paper, String student, LocalizedText laudation) {
    /** Whether it can win: a paper that was withdrawn, or is not accepted any more, drops out by itself. */
    public boolean isIn() {
        return paper.isAccepted();
    }
}
