package org.plenary.payments;

import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * What cards can be charged: whole hundredths at the finest, in currencies of three decimals too, where the last digit is always 0.
 * Whatever is computed of a price is rounded to that, so that what is ordered can be paid.
 */
public final class CardAmounts {
    private static final int DIGITS = 2;

    private CardAmounts() {}

    public static Money rounded(Money amount, RoundingMode mode) {
        return amount.rounded(DIGITS, mode);
    }
}
