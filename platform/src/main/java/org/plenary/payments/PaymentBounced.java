package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The bank turned down what it was deciding on; {@link PaymentFailed} is told of it as well. */
public record PaymentBounced(TenantId tenant, UUID payment, UUID subject, Money amount) implements TenantEvent {}
