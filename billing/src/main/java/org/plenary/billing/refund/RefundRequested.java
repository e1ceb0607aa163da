package org.plenary.billing.refund;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A refund was written down and waits to be asked of Stripe. */
public record RefundRequested(TenantId tenant, UUID refund) implements TenantEvent {}
