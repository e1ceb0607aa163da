package org.plenary.registration.order;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;

/** An order as it stands. @param payment that confirmed it */
public record OrderRow(
        UUID id,
        UUID conference,
        String code,
        List<String> secretHashes,
        OrderStatus status,
        Contact contact,
        Locale locale,
        Money total,
        Money refunded,
        @Nullable UUID payment,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        long version) {

    /** Whether the secret is one of those that were given out for this order. */
    public boolean opensWith(@Nullable String secret) {
        if (secret == null || secret.isBlank()) return false;
        var matches = false;
        for (var hash : secretHashes) matches |= Secrets.matches(secret, hash);
        return matches;
    }

    boolean isFree() {
        return total.isZero();
    }
}
