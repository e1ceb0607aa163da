package org.plenary.billing.checkout;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Money came in that must not be kept: a second payment, or another amount than was asked. */
public record MoneyToReturn(TenantId tenant, UUID payment, Money amount, String reason) implements TenantEvent {}
