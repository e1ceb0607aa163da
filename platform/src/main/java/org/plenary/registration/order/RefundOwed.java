package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Money is to go back to the payer of an order.
 *
 * @param amountMinor in the order's currency
 * @param reason {@code cancellation}, {@code late} (paid after its hold, and the places were gone) or {@code duplicate}
 * @param key the same key is one refund
 */
public record RefundOwed(TenantId tenant, UUID order, long amountMinor, String reason, String key)
        implements TenantEvent {}
