package org.plenary.billing.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * What an organization has agreed to pay.
 *
 * @param plan that is paid, while the status is alive
 * @param nextPlan that comes when the period ends, or null
 * @param ends with its period
 * @param session the payment page that may still be open
 * @param overdueSince a payment failed, and none came since
 * @param suspendedAt for want of payment
 */
record SubscriptionRow(
        TenantId tenant,
        @Nullable String customer,
        @Nullable String subscription,
        String plan,
        SubscriptionStatus status,
        @Nullable String nextPlan,
        @Nullable Instant periodStart,
        @Nullable Instant periodEnd,
        boolean ends,
        boolean trialUsed,
        @Nullable String session,
        @Nullable Instant overdueSince,
        @Nullable Instant suspendedAt,
        long version) {

    static SubscriptionRow none(TenantId tenant) {
        return new SubscriptionRow(
                tenant,
                null,
                null,
                Plan.FREE,
                SubscriptionStatus.NONE,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                0);
    }

    boolean isAlive() {
        return subscription != null && status.isAlive();
    }
}
