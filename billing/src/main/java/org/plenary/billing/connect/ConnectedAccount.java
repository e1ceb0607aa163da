package org.plenary.billing.connect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;

/**
 * @param id as Stripe names it
 * @param attempt which one of the organization's it is
 * @param requirements what Stripe waits for, in its own words
 * @param dueBy until when
 * @param disabledReason why no cards are taken, in Stripe's word
 */
public record ConnectedAccount(
        TenantId tenant,
        String id,
        int attempt,
        Standing standing,
        List<String> requirements,
        @Nullable Instant dueBy,
        @Nullable String disabledReason) {
    public boolean chargesEnabled() {
        return standing == Standing.ACTIVE;
    }
}
