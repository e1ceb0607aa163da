package org.plenary.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * An order expired unpaid or was cancelled; what it held is free again.
 *
 * @param why for the buyer, in the order's language; null when the buyer knows
 */
public record OrderEnded(
        TenantId tenant,
        UUID order,
        boolean cancelled,
        @Nullable String why) implements TenantEvent {}
