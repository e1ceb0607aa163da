package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of what somebody is credited with: first nobody owes any more what is open of the order, and only what was paid beyond
 * that goes back.
 */
@Component
record Owing(Refunds refunds, Balances balances, Orders orders) {
    /**
     * What is given up.
     *
     * @param credited all of it
     * @param lowered what of it was still open
     */
    record Credit(Money credited, Money lowered) {
        /** What goes back. */
        Money refund() {
            return credited.minus(lowered);
        }
    }

    /** @param whole whether nothing is left of the order: then nothing stays open, and the policy is about what was paid */
    Credit credit(OrderRow order, Money byPolicy, boolean whole) {
        var open = balances.receivable(order);
        if (whole && open.isGreaterThan(byPolicy)) return new Credit(open, open);
        return new Credit(byPolicy, open.isLessThan(byPolicy) ? open : byPolicy);
    }

    /** Writes down what a cancellation gives up, and owes what goes back of it. @param key the same key is one refund */
    void cancelled(OrderRow order, Credit credit, String key) {
        orders.owe(order.id(), credit.credited());
        balances.forgive(order, credit.lowered());
        back(order, credit, "cancellation", key);
    }

    /** Owes what goes back for a change. */
    void changed(OrderRow order, Credit credit, String key) {
        back(order, credit, "change", key);
    }

    private void back(OrderRow order, Credit credit, String reason, String key) {
        if (credit.refund().isPositive()) refunds.owe(order.lowered(credit.lowered()), credit.refund(), reason, key);
    }

    @Nullable
    UUID creditNote(OrderRow order, List<OrderLines.Line> lines, Credit credit) {
        return refunds.creditNote(order, lines, credit.credited());
    }
}
