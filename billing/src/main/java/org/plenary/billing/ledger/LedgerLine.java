package org.plenary.billing.ledger;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One side of one movement; the other amount is zero.
 *
 * @param entry the movement that it is part of
 * @param source what kind of thing moved the money, such as {@code payment} or {@code refund}
 */
record LedgerLine(
        UUID id,
        UUID entry,
        Instant bookedAt,
        String account,
        Money debit,
        Money credit,
        String source,
        @Nullable UUID subject,
        @Nullable String reference) {}
