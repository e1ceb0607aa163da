package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal invitation to a fee that is for invited people only; it opens one registration.
 *
 * @param order the code of what was ordered with it
 */
record Invitation(
        UUID id,
        UUID conference,
        String fee,
        String email,
        @Nullable Instant openedAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        @Nullable String order) {
    boolean isOpen() {
        return usedAt == null && revokedAt == null;
    }

    /** {@code sent}, {@code opened}, {@code used} or {@code revoked}; templates call it. */
    public String status() {
        if (revokedAt != null) return "revoked";
        if (usedAt != null) return "used";
        return openedAt == null ? "sent" : "opened";
    }
}
