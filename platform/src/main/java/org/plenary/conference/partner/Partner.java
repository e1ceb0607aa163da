package org.plenary.conference.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization to which a part of the work for a conference was given.
 *
 * @param file the agreement with it
 * @param endedAt when it was ended before that day
 */
record Partner(
        UUID id,
        Details details,
        @Nullable Attached file,
        @Nullable Instant endedAt) {

    /** @param agreement how the agreement with it is called or numbered, @param endsOn the last day of all its people */
    record Details(
            String name,
            String contactName,
            String contactEmail,
            @Nullable String agreement,
            LocalDate endsOn) {}

    record Attached(UUID id, String name) {}

    boolean isOver(LocalDate today) {
        return endedAt != null || today.isAfter(details.endsOn());
    }
}
