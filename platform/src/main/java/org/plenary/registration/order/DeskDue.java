package org.plenary.registration.order;

import java.util.List;
import org.joda.money.Money;
import org.plenary.payments.DeskPayments.Receipt;

/**
 * What staff may take for an order now.
 *
 * @param received by hand, without what went back or is to
 * @param left to be paid; nothing for an order that is not to be paid at a desk
 * @param toConfirm what of that makes an order certain that is not yet
 * @param inOneGo whether only all of it can be taken: an order that has expired gets its places again for it
 */
record DeskDue(Money received, Money left, Money toConfirm, boolean inOneGo) {

    static DeskDue of(OrderRow order, List<Receipt> receipts) {
        var zero = Money.zero(order.total().getCurrencyUnit());
        var received = received(receipts, zero);
        var left = left(order, receipts, order.total().minus(received), zero);
        var open = left.isNegative() ? zero : left;
        return new DeskDue(received, open, open, order.status() == OrderStatus.EXPIRED);
    }

    /** Of an order that is paid in parts or later. */
    static DeskDue of(OrderRow order, List<Receipt> receipts, Balance balance) {
        var zero = Money.zero(order.total().getCurrencyUnit());
        var isDue = switch (order.status()) {
            case PENDING, EXPIRED, CONFIRMED -> true;
            case AWAITING_APPROVAL, CANCELLED, REJECTED, REFUNDED -> false;
        };
        return new DeskDue(
                received(receipts, zero),
                isDue ? balance.receivable() : zero,
                order.status() == OrderStatus.CONFIRMED ? zero : balance.toConfirm(),
                order.status() == OrderStatus.EXPIRED);
    }

    private static Money received(List<Receipt> receipts, Money zero) {
        return receipts.stream()
                .filter(receipt -> !receipt.isVoid())
                .map(Receipt::left)
                .reduce(zero, Money::plus);
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

    /** Whether so much makes it certain. */
    boolean isEnough(Money amount) {
        return !amount.isLessThan(toConfirm);
    }

    /** Templates call it. */
    public boolean isOpen() {
        return left.isPositive();
    }
}
