package org.plenary.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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

    /**
     * An amount in shares by percent that add up to it, each of which a card can be charged. Every share is rounded down, and what is
     * left goes to those that lost most by it, the first of them when they lost the same (largest remainder).
     *
     * @param percents of at least one share, a hundred together
     */
    public static List<Money> shares(Money whole, List<Integer> percents) {
        var unit = BigDecimal.ONE.movePointLeft(
                Math.min(DIGITS, whole.getCurrencyUnit().getDecimalPlaces()));
        var exact = percents.stream()
                .map(percent ->
                        whole.getAmount().multiply(BigDecimal.valueOf(percent).movePointLeft(2)))
                .toList();
        var shares = new ArrayList<>(exact.stream()
                .map(each -> each.divide(unit, 0, RoundingMode.DOWN).multiply(unit))
                .toList());
        var byLoss = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> exact.get(i).subtract(shares.get(i)), Comparator.reverseOrder()))
                .toList();
        var rest = whole.getAmount().subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        for (var next = 0; rest.signum() > 0; next = (next + 1) % byLoss.size()) {
            // less than a unit only where the whole is finer than a card can be charged
            var more = rest.min(unit);
            shares.set(byLoss.get(next), shares.get(byLoss.get(next)).add(more));
            rest = rest.subtract(more);
        }
        return shares.stream()
                .map(each -> Money.of(whole.getCurrencyUnit(), each))
                .toList();
    }

    public static Money rounded(Money amount, RoundingMode mode) {
        return amount.rounded(DIGITS, mode);
    }
}
