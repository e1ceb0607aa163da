package org.plenary.billing.refund;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

record RefundRow(
        UUID id,
        UUID payment,
        String key,
        Money amount,
        String reason,
        RefundStatus status,
        @Nullable String provider,
        int attempts) {}
