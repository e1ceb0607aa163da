package org.plenary.registration.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that was issued.
 *
 * @param code by which anybody can ask whether it is genuine
 * @param holder as the letter names them
 * @param fingerprint of what it says of the holder
 * @param isRevoked whether staff took it back
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
        boolean isRevoked,
        boolean isReplaced,
        boolean isHolderIn) {
    /** Whether it can be relied on; templates call it. */
    public boolean isValid() {
        return standing().equals("stands");
    }

    /** Whether its holder was forgotten. */
    public boolean isErased() {
        return holder.isEmpty();
    }

    /** The last part of the key of the word for how it stands. */
    public String standing() {
        if (isErased()) return "erased";
        if (isRevoked) return "revoked";
        if (isReplaced) return "replaced";
        return isHolderIn ? "stands" : "withdrawn";
    }

    /** The last part of the keys of its texts. */
    public String key() {
        return kind.wire();
    }
}
