package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A try to pay failed for good, or the payment page ran out; the subject may be paid by a new one. */
public record PaymentFailed(TenantId tenant, UUID payment, UUID subject, Money amount) implements TenantEvent {}
