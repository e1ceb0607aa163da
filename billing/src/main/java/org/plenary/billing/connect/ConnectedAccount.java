package org.plenary.billing.connect;

import org.plenary.tenancy.TenantId;

/** @param id as Stripe names it */
public record ConnectedAccount(TenantId tenant, String id, boolean chargesEnabled) {}
