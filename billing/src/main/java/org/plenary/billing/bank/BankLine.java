package org.plenary.billing.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on the bank account, and what was decided of it.
 *
 * @param status {@link #OPEN}, {@link #ASSIGNED} or {@link #ASIDE}
 * @param reference the code of the order that it was assigned to
 * @param assignment another one each time it is assigned
 * @param owedBack what is to go back to its payer
 */
record BankLine(
        UUID id,
        @Nullable String bankId,
        LocalDate bookedOn,
        Money amount,
        String payer,
        String payerIban,
        String text,
        String status,
        @Nullable UUID subject,
        @Nullable String reference,
        @Nullable UUID receipt,
        @Nullable UUID assignment,
        Money taken,
        Money owedBack,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant returnedAt) {
    static final String OPEN = "open";
    static final String ASSIGNED = "assigned";
    static final String ASIDE = "aside";
    private static final int LONGEST_PROOF = 100;

    public boolean isOpen() {
        return status.equals(OPEN);
    }

    public boolean isAssigned() {
        return status.equals(ASSIGNED);
    }

    /** Whether money of it waits to go back; templates call it. */
    public boolean waitsToGoBack() {
        return owedBack.isPositive() && returnedAt == null;
    }

    /** What a receipt says of it. */
    String proof() {
        var proof = bankId == null ? bookedOn + " " + payer : bankId;
        return proof.length() > LONGEST_PROOF ? proof.substring(0, LONGEST_PROOF) : proof;
    }
}
