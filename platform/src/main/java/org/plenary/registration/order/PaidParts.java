package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What was paid for an order, payment by payment: the order's own and those of its changes. What goes back is taken from them in
 * this order, so that nobody needs to write down which of them is used up.
 */
record PaidParts(List<Part> parts) {
    /** @param subject what the payment was for */
    record Part(UUID subject, Money amount) {}

    static PaidParts of(OrderRow order, List<OrderChange> changes) {
        var parts = new ArrayList<Part>();
        var own = order.total().plus(order.givenBack()).minus(order.forgiven());
        for (var change : changes) {
            if (change.status() != ChangeStatus.APPLIED) continue;
            own = own.minus(change.due());
            parts.add(new Part(change.id(), change.due()));
        }
        parts.addFirst(new Part(order.id(), own));
        return new PaidParts(List.copyOf(parts));
    }

    /** From which payments an amount goes back. @param gone what went back, or was promised, before */
    List<Part> back(Money gone, Money amount) {
        var back = new ArrayList<Part>();
        var skip = gone;
        var left = amount;
        for (var part : parts) {
            var free = part.amount().minus(least(skip, part.amount()));
            skip = skip.minus(part.amount().minus(free));
            var share = least(free, left);
            if (share.isPositive()) back.add(new Part(part.subject(), share));
            left = left.minus(share);
        }
        if (left.isPositive()) throw new IllegalStateException("more is to go back than was paid");
        return back;
    }

    private static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
