package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * Somebody whom another one in the pool may know of by now: what they want, and not who they are.
 *
 * @param request between the two; null while nobody has asked
 * @param hotel of the bed that they have; null for somebody without a room
 * @param shared nights that both are there
 */
record Found(
        UUID seeker,
        @Nullable UUID request,
        @Nullable LocalizedText hotel,
        @Nullable LocalizedText type,
        LocalDate checkIn,
        LocalDate checkOut,
        int shared,
        Wishes wishes) {
    private static final int NIGHTS = 50;

    int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    /** How well they suit somebody who wishes this, for so many nights. */
    int pointsFor(Wishes other, int otherNights) {
        return NIGHTS * shared / Math.max(nights(), otherNights) + wishes.pointsWith(other);
    }
}
