package org.plenary.papers.presenter;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an author of an accepted paper is certain to come.
 *
 * @param leave why the chairs ask for nobody; null when they do
 */
record Coverage(
        UUID paper, int number, String title, @Nullable String leave, Standing standing) {
    /** How a paper stands: with an author who comes, excused by the chairs, or neither. */
    enum Standing {
        MISSING,
        REGISTERED,
        EXCUSED;

        /** The last part of the key of its word; templates call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
