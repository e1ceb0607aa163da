package org.plenary.registration.order;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the price of an unpaid order changes because a price period ends.
 *
 * @param periodAt when the new period begins
 * @param dueAt when the order takes its prices: then, or a day after its buyer was told where that was too late
 * @param announcedAt when its buyer was told; null when nothing was to change
 * @param changedAt null while it has not
 * @param keptAt when a payment came in that was started before; it kept the price
 */
record PriceChange(
        UUID order,
        Instant periodAt,
        Instant dueAt,
        @Nullable Instant announcedAt,
        @Nullable Instant changedAt,
        @Nullable Instant keptAt,
        Money from,
        Money to) {}
