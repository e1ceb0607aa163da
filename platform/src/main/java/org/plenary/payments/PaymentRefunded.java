package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Money went back to the payer of a subject. */
public record PaymentRefunded(TenantId tenant, UUID payment, UUID subject, Money amount) implements TenantEvent {}
