package org.plenary.registration.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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
        var left = worth.minus(refund);
        var remaining = worth;
        for (var share : shares.entrySet()) {
            if (share.getValue().isZero() || left.isZero()) continue;
            // the last share takes what rounding left
            var part = left.multipliedBy(
                    share.getValue().getAmount().divide(remaining.getAmount(), DIGITS, RoundingMode.HALF_EVEN),
                    RoundingMode.HALF_EVEN);
            left = left.minus(part);
            remaining = remaining.minus(share.getValue());
            if (!part.isZero())
                credit.add(new PaymentRequest.Line(kept, 1, part.negated(), part.negated(), share.getKey()));
        }
        return credit;
    }
}
