package org.plenary.lodging.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the hotel may charge for rooms that stay empty: contracted less allowed less sold, times the average rate.
 *
 * @param allowedPercent null when the contract has no such clause: then all may stay empty; 0 when every empty room is charged
 * @param allowed room nights that may stay empty without a charge, rounded down to whole ones
 * @param shortfall room nights beyond that; never below zero
 */
public record Attrition(
        int contracted,
        @Nullable Integer allowedPercent,
        int allowed,
        int sold,
        int shortfall,
        Money averageRate,
        Money charge) {
    private static final int HUNDRED = 100;

    @JsonIgnore
    public boolean hasClause() {
        return allowedPercent != null;
    }

    static Attrition of(int contracted, @Nullable Integer allowedPercent, int sold, Money averageRate) {
        var allowed =
                allowedPercent == null ? contracted : Math.toIntExact((long) contracted * allowedPercent / HUNDRED);
        var shortfall = Math.max(0, contracted - allowed - sold);
        return new Attrition(
                contracted,
                allowedPercent,
                allowed,
                sold,
                shortfall,
                averageRate,
                averageRate.multipliedBy(BigDecimal.valueOf(shortfall), RoundingMode.HALF_UP));
    }
}
