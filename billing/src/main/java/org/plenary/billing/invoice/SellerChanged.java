package org.plenary.billing.invoice;

import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An organization has said anew where it is at home for the law and for tax. */
public record SellerChanged(TenantId tenant) implements TenantEvent {}
