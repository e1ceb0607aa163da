package org.plenary.billing.reconcile;

import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody, or the night, wants an account compared with the books. */
public record BalanceAsked(TenantId tenant, String account) implements TenantEvent {}
