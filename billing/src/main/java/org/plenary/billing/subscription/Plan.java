package org.plenary.billing.subscription;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an organization can choose.
 *
 * @param rank a higher one is more
 * @param limits of what it may have at a time
 * @param terms what it costs; null is nothing
 */
record Plan(
        String key,
        int rank,
        PlanSettings.Limits limits,
        @Nullable Terms terms) {
    static final String FREE = "free";

    /**
     * @param yearly else monthly
     * @param included paid delegates of a period
     * @param further what each paid delegate beyond these costs
     */
    record Terms(Money price, boolean yearly, int included, Money further) {}

    boolean isPaid() {
        return terms != null;
    }

    Terms paidTerms() {
        if (terms == null) throw new IllegalStateException("the plan " + key + " costs nothing");
        return terms;
    }
}
