package org.plenary.registration.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to be forgotten.
 *
 * @param code of the order that it is about
 * @param status {@code asked}, then {@code refused}, or {@code approved} and soon {@code done}
 * @param contact the buyer, as long as the name is kept
 * @param reason why it was refused
 */
record Erasure(
        UUID id,
        UUID conference,
        UUID order,
        String code,
        String status,
        String contact,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        String reason,
        @Nullable Instant doneAt) {
    static final String ASKED = "asked";
    static final String APPROVED = "approved";
    static final String REFUSED = "refused";

    @JsonIgnore
    public boolean isAsked() {
        return status.equals(ASKED);
    }

    /** Whether it is still to be decided, or to be done; templates call it. */
    @JsonIgnore
    public boolean isOpen() {
        return isAsked() || isApproved();
    }

    @JsonIgnore
    public boolean isApproved() {
        return status.equals(APPROVED);
    }

    @JsonIgnore
    public boolean isRefused() {
        return status.equals(REFUSED);
    }
}
