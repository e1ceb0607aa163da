package org.plenary.registration.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that was issued.
 *
 * @param code by which anybody can ask whether it is genuine
 * @param holder as the letter names them
 * @param fingerprint of what it says of the holder
 * @param isReplaced whether a newer one was issued since
 * @param isHolderIn whether the holder still takes part
 */
record Letter(
        UUID id,
        UUID conference,
        UUID delegate,
        Kind kind,
        String number,
        String code,
        String holder,
        String fingerprint,
        Instant issuedAt,
        boolean isReplaced,
        boolean isHolderIn) {
    /** Whether it can be relied on; templates call it. */
    public boolean isValid() {
        return !isReplaced && isHolderIn && !isErased();
    }

    /** Whether its holder was forgotten. */
    public boolean isErased() {
        return holder.isEmpty();
    }

    /** The last part of the keys of its texts. */
    public String key() {
        return kind.wire();
    }
}
