package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Money came in for a confirmed order of which something was open.
 *
 * @param payment or receipt
 * @param amountMinor in the order's currency
 */
record PartPaid(TenantId tenant, UUID order, UUID payment, long amountMinor) implements TenantEvent {}
