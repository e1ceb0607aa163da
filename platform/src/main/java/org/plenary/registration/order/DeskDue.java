package org.plenary.registration.order;

import java.util.List;
import org.joda.money.Money;
import org.plenary.payments.DeskPayments.Receipt;

/**
 * What staff may take for an order now.
 *
 * @param received by hand, without what went back or is to
 * @param left to be paid; nothing for an order that is not to be paid at a desk
 * @param inOneGo whether only all of it can be taken: an order that has expired gets its places again for it
 */
record DeskDue(Money received, Money left, boolean inOneGo) {

    static DeskDue of(OrderRow order, List<Receipt> receipts) {
        var zero = Money.zero(order.total().getCurrencyUnit());
        var received = receipts.stream()
                .filter(receipt -> !receipt.isVoid())
                .map(Receipt::left)
                .reduce(zero, Money::plus);
        var left = left(order, receipts, order.total().minus(received), zero);
        return new DeskDue(received, left.isNegative() ? zero : left, order.status() == OrderStatus.EXPIRED);
    }

    private static Money left(OrderRow order, List<Receipt> receipts, Money open, Money zero) {
        if (order.status() == OrderStatus.PENDING || order.status() == OrderStatus.EXPIRED) return open;
        if (order.status() == OrderStatus.CONFIRMED) return smaller(open, notReplaced(order, receipts, zero));
        return zero;
    }

    /** What was written down by mistake for an order that is certain since: somebody is still to pay it. */
    private static Money notReplaced(OrderRow order, List<Receipt> receipts, Money zero) {
        if (receipts.stream().noneMatch(receipt -> receipt.id().equals(order.payment()))) return zero;
        return receipts.stream().filter(Receipt::isVoid).map(Receipt::amount).reduce(zero, Money::plus);
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    /** Templates call it. */
    public boolean isOpen() {
        return left.isPositive();
    }
}
