package org.plenary.billing.subscription;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Quota;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

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

    /**
     * Null is no limit.
     *
     * @param staff people with a role, open invitations included
     * @param storage of files
     */
    record Limits(
            @Nullable Integer delegates,
            @Nullable Integer conferences,
            @Nullable Integer staff,
            @Nullable DataSize storage) {
        Limits {
            if (isNegative(delegates) || isNegative(conferences) || isNegative(staff) || isNegative(bytes(storage)))
                throw new IllegalArgumentException("plenary.plans: no limit is below zero");
        }

        OptionalLong of(Quota quota) {
            return switch (quota) {
                case DELEGATES -> limit(delegates);
                case CONFERENCES -> limit(conferences);
                case STAFF -> limit(staff);
                case STORAGE -> limit(bytes(storage));
            };
        }

        private static @Nullable Long bytes(@Nullable DataSize size) {
            return size == null ? null : size.toBytes();
        }

        private static boolean isNegative(@Nullable Number most) {
            return most != null && most.longValue() < 0;
        }

        private static OptionalLong limit(@Nullable Number most) {
            return most == null ? OptionalLong.empty() : OptionalLong.of(most.longValue());
        }
    }

    /**
     * @param conferences null is no limit
     * @param staff null is no limit
     * @param storage null is no limit
     * @param includedDelegates paid delegates of a period that cost nothing more
     * @param furtherDelegate what each further one costs
     */
    record Paid(
            BigDecimal price,
            @Nullable Integer conferences,
            @Nullable Integer staff,
            @Nullable DataSize storage,
            int includedDelegates,
            BigDecimal furtherDelegate) {
        Limits limits() {
            return new Limits(null, conferences, staff, storage);
        }
    }

    PlanSettings {
        if (free == null) free = new Limits(200, 3, 5, DataSize.ofGigabytes(1));
        if (conference == null)
            conference =
                    new Paid(new BigDecimal("49.00"), 1, 25, DataSize.ofGigabytes(20), 100, new BigDecimal("1.50"));
        if (year == null)
            year = new Paid(
                    new BigDecimal("1900.00"), null, null, DataSize.ofGigabytes(200), 2_000, new BigDecimal("1.00"));
        if (trial.isNegative() || grace.isNegative())
            throw new IllegalArgumentException("plenary.plans: trial and grace are no times gone by");
        if (agreed.containsKey(Plan.FREE) || agreed.containsKey("conference") || agreed.containsKey("year"))
            throw new IllegalArgumentException("plenary.plans.agreed names a plan that everybody can have");
    }
}
