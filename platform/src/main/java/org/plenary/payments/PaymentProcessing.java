package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The payer did their part, and their bank decides in the next days, as with direct debits: nothing has come in yet. */
public record PaymentProcessing(TenantId tenant, UUID payment, UUID subject, Money amount) implements TenantEvent {}
