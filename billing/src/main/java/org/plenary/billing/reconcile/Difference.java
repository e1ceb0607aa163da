package org.plenary.billing.reconcile;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that Stripe and the books say differently.
 *
 * @param source the charge, refund, payout or dispute at Stripe; our payment's id when Stripe does not know it
 * @param ours what it did to the balance by the books
 * @param theirs what it did by Stripe
 * @param type Stripe's word for it; null when Stripe says nothing of it
 * @param reference the order's code, where one is known
 * @param isNew whether it is so fresh that the other side may only be late
 */
record Difference(
        String source,
        Money ours,
        Money theirs,
        @Nullable String type,
        @Nullable String reference,
        Instant since,
        boolean isNew) {
    public Money difference() {
        return theirs.minus(ours);
    }

    /** Whether it is Stripe that says more, or other: what it says can be booked by hand. */
    public boolean isBookable() {
        return type != null && !isNew;
    }
}
