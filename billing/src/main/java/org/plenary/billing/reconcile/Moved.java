package org.plenary.billing.reconcile;

import com.stripe.model.BalanceTransaction;
import java.time.Instant;
import org.joda.money.Money;
import org.plenary.billing.stripe.StripeMoney;

/**
 * What Stripe says that it moved on an account.
 *
 * @param source the charge, refund, payout or dispute that it is of; its own id when there is none
 * @param amount without the fee that was taken off it; negative when money left
 */
record Moved(String id, String type, String source, Money amount, Money fee, Money net, Instant at) {
    static Moved of(BalanceTransaction seen) {
        var currency = seen.getCurrency();
        return new Moved(
                seen.getId(),
                seen.getType(),
                seen.getSource() == null ? seen.getId() : seen.getSource(),
                StripeMoney.money(seen.getAmount(), currency),
                StripeMoney.money(seen.getFee(), currency),
                StripeMoney.money(seen.getNet(), currency),
                Instant.ofEpochSecond(seen.getCreated()));
    }

    boolean isPayout() {
        return type.startsWith("payout");
    }
}
