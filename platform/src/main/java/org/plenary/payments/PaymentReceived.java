package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Money came in for a subject, all that was asked for it. Published once per payment. */
public record PaymentReceived(TenantId tenant, UUID payment, UUID subject, Money amount) implements TenantEvent {}
