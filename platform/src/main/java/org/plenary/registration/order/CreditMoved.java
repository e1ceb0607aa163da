package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A buyer wants to pay by invoice, or is not allowed to; who is gets the order's confirmation. */
record CreditMoved(TenantId tenant, UUID order, OrderCredits.Status status) implements TenantEvent {}
