package org.plenary.billing.checkout;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.PaymentStatus;

/**
 * @param confirmed whether the subject was told of the money
 * @param closing whether we are ending it ourselves
 * @param further whether the subject may be paid for in part already, see {@link org.plenary.payments.PaymentRequest}
 * @param account the organization's at Stripe
 * @param request the asked payment as JSON, until its page is open
 */
public record PaymentRow(
        UUID id,
        UUID subject,
        String reference,
        int attempt,
        PaymentStatus status,
        Money amount,
        Money refunded,
        boolean confirmed,
        boolean closing,
        boolean feeBooked,
        boolean further,
        String account,
        @Nullable String session,
        @Nullable String intent,
        @Nullable String url,
        @Nullable String request,
        Instant expiresAt,
        @Nullable String failure,
        @Nullable String paidWith,
        Instant createdAt) {

    public Money left() {
        return amount.minus(refunded);
    }
}
