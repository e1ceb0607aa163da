package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * The buyer of an order is to be told where to transfer its money to.
 *
 * @param reminder whether they were told before, and the time is nearly up
 */
record TransferAsked(TenantId tenant, UUID order, boolean reminder) implements TenantEvent {}
