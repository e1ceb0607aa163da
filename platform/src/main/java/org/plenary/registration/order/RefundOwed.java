package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Money is to go back to the payer of an order.
 *
 * @param subject whose payment it is: the order, or a change of it; null means the order
 * @param amountMinor in the order's currency
 * @param reason {@code cancellation}, {@code change}, {@code late} (paid after its hold, and the places were gone) or {@code duplicate}
 * @param key the same key is one refund
 */
public record RefundOwed(
        TenantId tenant, UUID order, @Nullable UUID subject, long amountMinor, String reason, String key)
        implements TenantEvent {
    UUID paidFor() {
        return subject == null ? order : subject;
    }
}
