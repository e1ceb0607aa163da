package org.plenary.billing.dispute;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param fee what Stripe takes for it now, in the currency of the balance that it is taken from
 * @param reason in Stripe's word
 * @param status in Stripe's word
 * @param dueBy until when it can be answered
 * @param answer {@code evidence} or {@code accepted}; null while nobody decided
 */
record DisputeRow(
        UUID id,
        String stripeId,
        String account,
        UUID payment,
        UUID subject,
        String reference,
        Money amount,
        Money fee,
        String reason,
        String status,
        @Nullable Instant dueBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String ownWords,
        @Nullable String answer,
        @Nullable String answeredBy) {
    static final String EVIDENCE = "evidence";
    static final String ACCEPTED = "accepted";

    boolean isClosed() {
        return isEnd(status);
    }

    /** Whether the organizer can still say something. */
    public boolean isAnswerable() {
        return (status.equals("needs_response") || status.equals("warning_needs_response")) && answer == null;
    }

    static boolean isEnd(String status) {
        return status.equals("won") || status.equals("lost") || status.equals("warning_closed");
    }
}
