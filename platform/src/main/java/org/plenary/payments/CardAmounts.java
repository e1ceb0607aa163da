package org.plenary.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * What cards can be charged: whole hundredths at the finest, in currencies of three decimals too, where the last digit is always 0.
 * Whatever is computed of a price is rounded to that, so that what is ordered can be paid.
 */
public final class CardAmounts {
    private static final int DIGITS = 2;

    private CardAmounts() {}

    /** A price less so many percent, half a hundredth rounded up; never more than the price itself. */
    public static Money less(Money price, BigDecimal percent) {
        var reduced = price.minus(price.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP));
        return MoneyUtils.min(rounded(reduced, RoundingMode.HALF_UP), price);
    }

    public static Money rounded(Money amount, RoundingMode mode) {
        return amount.rounded(DIGITS, mode);
    }
}
