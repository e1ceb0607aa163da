package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Money did not go back: the provider refused, or the payer's bank sent it back after it was gone. It is still owed.
 *
 * @param why as the provider said it
 */
public record RefundFailed(
        TenantId tenant,
        UUID refund,
        UUID subject,
        Money amount,
        @Nullable String why) implements TenantEvent {}
