package org.plenary.registration.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.plenary.payments.PaymentRequest;

/** What a credit note lists: the cancelled lines as they were sold, less what is kept of them. */
final class CreditLines {
    private static final int DIGITS = 12;

    private CreditLines() {}

    /**
     * @param refund what goes back, at most what the lines cost
     * @param kept how the part that is kept is called; its tax is in the proportions of the lines
     */
    static List<PaymentRequest.Line> of(List<OrderLines.Line> lines, Money refund, String kept) {
        var credit = new ArrayList<PaymentRequest.Line>();
        var shares = new TreeMap<BigDecimal, Money>();
        var worth = Money.zero(refund.getCurrencyUnit());
        for (var line : lines) {
            credit.add(line.ofPayment());
            shares.merge(line.taxRate(), line.total(), Money::plus);
            worth = worth.plus(line.total());
        }
        split(worth.minus(refund), shares)
                .forEach((rate, part) ->
                        credit.add(new PaymentRequest.Line(kept, 1, part.negated(), part.negated(), rate)));
        return credit;
    }

    /**
     * What is kept when a change lowers a price, by the rates of its tax. It was invoiced with the lines that go, and is not
     * credited: so it is taxed as they were, each rate as far as it falls, whatever the rate of the lines that come.
     */
    static SortedMap<BigDecimal, Money> kept(List<OrderLines.Line> removed, List<Quote.Line> added, Money kept) {
        var falls = new TreeMap<BigDecimal, Money>();
        removed.forEach(line -> falls.merge(line.taxRate().stripTrailingZeros(), line.total(), Money::plus));
        added.forEach(line ->
                falls.merge(line.taxRate().stripTrailingZeros(), line.total().negated(), Money::plus));
        falls.values().removeIf(Money::isNegativeOrZero);
        return split(kept, falls);
    }

    /** In proportion to the shares, of which none is negative; the last one takes what rounding left. */
    private static SortedMap<BigDecimal, Money> split(Money whole, SortedMap<BigDecimal, Money> shares) {
        var parts = new TreeMap<BigDecimal, Money>();
        var left = whole;
        var remaining = shares.values().stream().reduce(Money.zero(whole.getCurrencyUnit()), Money::plus);
        for (var share : shares.entrySet()) {
            if (share.getValue().isZero() || left.isZero()) continue;
            var part = left.multipliedBy(
                    share.getValue().getAmount().divide(remaining.getAmount(), DIGITS, RoundingMode.HALF_EVEN),
                    RoundingMode.HALF_EVEN);
            left = left.minus(part);
            remaining = remaining.minus(share.getValue());
            if (!part.isZero()) parts.put(share.getKey(), part);
        }
        return parts;
    }
}
