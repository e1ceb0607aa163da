package org.plenary.papers.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a paper.
 *
 * @param reviewer who said it; null for chairs and authors
 * @param by the name of a chair; empty for all others, whose names are not kept here
 */
record Comment(
        UUID id,
        UUID conference,
        UUID paper,
        @Nullable UUID reviewer,
        Kind kind,
        Audience audience,
        String text,
        String by,
        Instant at) {

    /** Who speaks. */
    enum Kind {
        REVIEWER,
        CHAIR,
        /** The authors' answer to their reviews. */
        REBUTTAL,
        /** What the authors say to a revised paper: what they changed, and why not. */
        RESPONSE,
        /** What the chairs make of all reviews, for the authors. */
        META_REVIEW;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Who hears it, besides the chairs. */
    enum Audience {
        CHAIRS,
        REVIEWERS,
        AUTHORS;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Audience of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
