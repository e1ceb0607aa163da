package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * The bank decides on a payment, or turned it down; the places are held for it.
 *
 * @param until how long they are
 */
public record SlowPaymentMoved(
        TenantId tenant, UUID order, UUID payment, long amountMinor, boolean bounced, Instant until)
        implements TenantEvent {}
