package org.plenary.lodging.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rooms of one night that left a block, or a part of it.
 *
 * @param part key of the sub-block that they were in; empty for the main block
 * @param cause {@code cut_off:2027-03-01}, {@code scheduled:2027-02-01} or {@code by_hand}
 * @param takenBackAt when the hotel gave them again; null while they are gone
 */
public record BlockRelease(
        UUID id,
        UUID hotel,
        UUID roomType,
        LocalDate night,
        String part,
        Kind kind,
        int rooms,
        String cause,
        Instant at,
        @Nullable Instant takenBackAt) {

    /** Where they went. */
    public enum Kind {
        /** From a sub-block into the main block. */
        RETURNED,
        /** To the hotel. */
        RELEASED
    }
}
