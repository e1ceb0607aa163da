package org.plenary.registration.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is registered and cannot attend.
 *
 * @param days on which; empty for all
 * @param order the code of the delegate's order
 * @param recordedBy null when the delegates said so themselves
 * @param verifiedAt null while nobody has checked it
 */
record Absence(
        UUID id,
        UUID delegate,
        String name,
        String country,
        String fee,
        String order,
        List<LocalDate> days,
        String reason,
        Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy) {
    /** Templates call these. */
    public boolean isVerified() {
        return verifiedAt != null;
    }

    public boolean isWhole() {
        return days.isEmpty();
    }
}
