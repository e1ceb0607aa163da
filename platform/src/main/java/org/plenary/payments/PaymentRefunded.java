package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Money went back to the payer of a subject.
 *
 * @param refund names this very refund; null in what was published before this was told
 */
public record PaymentRefunded(
        TenantId tenant,
        UUID payment,
        UUID subject,
        Money amount,
        @Nullable UUID refund) implements TenantEvent {}
