package org.plenary.billing.dues;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * That somebody gave up money.
 *
 * @param id of the form that it was written on: the same id is the same write-off
 * @param left of the amount; the rest was paid after all, or undone
 * @param undoneBy null while it stands
 */
record WriteOff(
        UUID id,
        String reference,
        @Nullable UUID subject,
        Money amount,
        Money left,
        String reason,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {
    /** Templates call it. */
    public boolean stands() {
        return left.isPositive();
    }

    /** What was paid after all; templates call it. */
    public Money takenBack() {
        return amount.minus(left);
    }
}
