package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * The bank decides on a payment, or turned it down; the places are held for it, or those of what is confirmed and not all paid stay.
 *
 * @param until how long places are held; null when they need not be
 */
public record SlowPaymentMoved(
        TenantId tenant,
        UUID order,
        UUID payment,
        long amountMinor,
        boolean bounced,
        @Nullable Instant until) implements TenantEvent {}
