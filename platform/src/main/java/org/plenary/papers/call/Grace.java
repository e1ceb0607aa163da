package org.plenary.papers.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leave to hand in late (CFP-04): one new paper, or changes to one that is there.
 *
 * @param note whom it was given to and why, for the organizers
 * @param paper the number of the paper that it is for; null while it is for a new one
 * @param until the last moment
 * @param by who gave it
 */
public record Grace(
        UUID id,
        UUID conference,
        String note,
        @Nullable Integer paper,
        Instant until,
        String by,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    boolean holds(Instant now) {
        return revokedAt == null && !now.isAfter(until);
    }
}
