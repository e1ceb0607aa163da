package org.plenary.billing.subscription;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform sells.
 *
 * @param free limits of what costs nothing
 * @param conference one conference at a time, paid by the month
 * @param year as many as there are, paid by the year
 * @param agreed limits of plans that the operator makes for one customer, by their names; nothing is collected for them
 * @param trial how long a paid plan is tried before it is paid, once for each organization
 * @param grace how long after a payment failed an organization goes on working
 */
@ConfigurationProperties("plenary.plans")
record PlanSettings(
        @DefaultValue("EUR") String currency,
        @Nullable Limits free,
        @Nullable Paid conference,
        @Nullable Paid year,
        @DefaultValue Map<String, Limits> agreed,
        @DefaultValue("14d") Duration trial,
        @DefaultValue("14d") Duration grace) {

    /** Null is no limit. */
    record Limits(@Nullable Integer delegates, @Nullable Integer conferences) {}

    /**
     * @param conferences null is no limit
     * @param includedDelegates paid delegates of a period that cost nothing more
     * @param furtherDelegate what each further one costs
     */
    record Paid(BigDecimal price, @Nullable Integer conferences, int includedDelegates, BigDecimal furtherDelegate) {}

    PlanSettings {
        if (free == null) free = new Limits(200, 3);
        if (conference == null) conference = new Paid(new BigDecimal("49.00"), 1, 100, new BigDecimal("1.50"));
        if (year == null) year = new Paid(new BigDecimal("1900.00"), null, 2_000, new BigDecimal("1.00"));
        if (trial.isNegative() || grace.isNegative())
            throw new IllegalArgumentException("plenary.plans: trial and grace are no times gone by");
        if (agreed.containsKey(Plan.FREE) || agreed.containsKey("conference") || agreed.containsKey("year"))
            throw new IllegalArgumentException("plenary.plans.agreed names a plan that everybody can have");
    }
}
