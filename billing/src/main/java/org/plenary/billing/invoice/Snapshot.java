package org.plenary.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.PaymentRequest;

/**
 * Everything that a document says, as it was when it was issued.
 *
 * @param amends the number of the invoice that a credit note is over, or null
 */
record Snapshot(
        String seller,
        String sellerCountry,
        String reference,
        String prefix,
        UUID conference,
        PaymentRequest.Payer billedTo,
        List<PaymentRequest.Line> lines,
        Money total,
        Locale locale,
        @Nullable String amends,
        @Nullable String reason) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The tax contained in all lines of one rate. */
    record Tax(BigDecimal rate, Money net, Money tax, Money gross) {}

    List<Tax> taxes() {
        var byRate = new TreeMap<BigDecimal, Money>();
        for (var line : lines) byRate.merge(line.taxRate(), line.total(), Money::plus);
        var taxes = new ArrayList<Tax>();
        byRate.forEach((rate, gross) -> {
            var net = gross.dividedBy(BigDecimal.ONE.add(rate.divide(HUNDRED)), RoundingMode.HALF_EVEN);
            taxes.add(new Tax(rate.stripTrailingZeros(), net, gross.minus(net), gross));
        });
        return taxes;
    }

    /** The same sale taken back by this amount, its tax in the proportions of the sale. */
    Snapshot credited(Money amount, String number, String why) {
        var shares = new TreeMap<BigDecimal, Money>();
        for (var line : lines) shares.merge(line.taxRate(), line.total(), Money::plus);
        var credit = new ArrayList<PaymentRequest.Line>();
        var left = amount;
        var remaining = total;
        for (var share : shares.entrySet()) {
            if (share.getValue().isZero()) continue;
            var part = remaining.isZero()
                    ? left
                    : left.multipliedBy(
                            share.getValue().getAmount().divide(remaining.getAmount(), 12, RoundingMode.HALF_EVEN),
                            RoundingMode.HALF_EVEN);
            if (!part.isZero())
                credit.add(new PaymentRequest.Line(why, 1, part.negated(), part.negated(), share.getKey()));
            left = left.minus(part);
            remaining = remaining.minus(share.getValue());
        }
        return new Snapshot(
                seller,
                sellerCountry,
                reference,
                prefix,
                conference,
                billedTo,
                credit,
                amount.negated(),
                locale,
                number,
                why);
    }
}
