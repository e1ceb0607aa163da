package org.plenary.papers.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who was named as an author by another, and asked whether that is so.
 *
 * @param email in lower case
 */
record Coauthor(UUID id, UUID paper, UUID conference, String email, Standing standing) {
    enum Standing {
        ASKED,
        CONFIRMED,
        DECLINED;

        /** As it is kept, and the end of its message key. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(standing -> standing.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
