package org.plenary.papers.likeness;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two papers that have much in common.
 *
 * @param ruling of the conference that asks; null while nobody there has said anything
 * @param passages of both files, when they were asked for; see {@link PassageReading}
 */
record LikePair(
        UUID id,
        UUID first,
        UUID second,
        UUID firstConference,
        UUID secondConference,
        Likeness likeness,
        Instant foundAt,
        @Nullable Ruling ruling,
        @Nullable List<Passages.Passage> passages,
        boolean asked) {

    /** What chairs say of a pair. */
    enum Verdict {
        FINE,
        CONCERN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Ruling(Verdict verdict, String reason, String by, Instant at) {}

    boolean isOf(UUID conference) {
        return firstConference.equals(conference) || secondConference.equals(conference);
    }

    /** The other paper of the two. */
    UUID other(UUID paper) {
        return first.equals(paper) ? second : first;
    }

    /** @return as {@code paper} sees it: first what it is of this one */
    Likeness seenBy(UUID paper) {
        return first.equals(paper) ? likeness : likeness.turned();
    }
}
