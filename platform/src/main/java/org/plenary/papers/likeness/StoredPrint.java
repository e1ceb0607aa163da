package org.plenary.papers.likeness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of a paper as they are kept.
 *
 * @param number by which the index names it
 * @param summary hash of the title and the abstract that they are of
 * @param file that they are of; null while there is none, or it was not looked into
 * @param version of the paper when it was last looked at
 * @param compared whether it was compared with all others since
 * @param tries how often reading its file was begun and not ended
 */
record StoredPrint(
        UUID paper,
        int number,
        String summary,
        @Nullable UUID file,
        @Nullable Long title,
        long[] brief,
        long[] body,
        int words,
        long version,
        boolean compared,
        int tries) {

    /** The text it was compared by: what chairs say of a pair holds as long as it stays. */
    String state() {
        return summary + " " + file;
    }
}
