package org.plenary.registration.letter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/**
 * That a delegate asks for an invitation, and what staff say to it.
 *
 * @param fingerprint of the passport that they are to look at
 * @param reason why it was refused; empty otherwise
 * @param version rises with every change
 */
record LetterRequest(
        UUID delegate,
        UUID conference,
        String fingerprint,
        State state,
        String reason,
        Instant askedAt,
        @Nullable Instant decidedAt,
        String decidedBy,
        long version) {
    enum State {
        ASKED,
        APPROVED,
        REFUSED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    boolean isOf(String fingerprint) {
        return this.fingerprint.equals(fingerprint);
    }

    /** @throws Problem.Conflict {@code letter_request_decided} when it is decided */
    LetterRequest decide(State state, String reason, String by, Instant now) {
        if (this.state != State.ASKED)
            throw new Problem.Conflict("letter_request_decided", "This request is decided already.");
        return new LetterRequest(delegate, conference, fingerprint, state, reason, askedAt, now, by, version + 1);
    }
}
