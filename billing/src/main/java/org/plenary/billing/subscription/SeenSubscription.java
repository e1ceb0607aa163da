package org.plenary.billing.subscription;

import com.stripe.model.Subscription;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * A subscription as Stripe shows it now.
 *
 * @param tenant that it says it is of; null when it is none of ours
 * @param plan null when its prices are none of ours
 * @param invoice its newest
 */
record SeenSubscription(
        String id,
        String customer,
        @Nullable TenantId tenant,
        @Nullable String plan,
        SubscriptionStatus status,
        Instant periodStart,
        Instant periodEnd,
        boolean ends,
        boolean hadTrial,
        @Nullable String invoice) {

    static SeenSubscription of(Subscription seen) {
        var items = seen.getItems().getData();
        var first = items.getFirst();
        var plan = items.stream()
                .flatMap(item -> PriceBook.planOf(item.getPrice().getMetadata()).stream())
                .findFirst()
                .orElse(null);
        var tenant = seen.getMetadata().get("tenant");
        return new SeenSubscription(
                seen.getId(),
                seen.getCustomer(),
                tenant == null ? null : TenantId.of(UUID.fromString(tenant)),
                plan,
                SubscriptionStatus.of(seen.getStatus()),
                Instant.ofEpochSecond(first.getCurrentPeriodStart()),
                Instant.ofEpochSecond(first.getCurrentPeriodEnd()),
                Boolean.TRUE.equals(seen.getCancelAtPeriodEnd()) || seen.getCancelAt() != null,
                seen.getTrialStart() != null,
                seen.getLatestInvoice());
    }
}
