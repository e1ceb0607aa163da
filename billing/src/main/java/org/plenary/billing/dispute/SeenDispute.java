package org.plenary.billing.dispute;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeMoney;

/** A dispute as Stripe showed it when asked. */
record SeenDispute(
        String id,
        String account,
        @Nullable String intent,
        Money amount,
        String reason,
        String status,
        @Nullable Instant dueBy,
        Instant openedAt,
        List<Moved> moved) {

    /** What it took from the balance, or brought back. @param amount negative when it left @param fee what was taken besides */
    record Moved(String id, Money amount, Money fee) {
        static Moved of(BalanceTransaction seen) {
            return new Moved(
                    seen.getId(),
                    StripeMoney.money(seen.getAmount(), seen.getCurrency()),
                    StripeMoney.money(seen.getFee(), seen.getCurrency()));
        }
    }

    static SeenDispute of(String account, Dispute dispute) {
        var details = dispute.getEvidenceDetails();
        var dueBy = details == null ? null : details.getDueBy();
        var moved = dispute.getBalanceTransactions();
        return new SeenDispute(
                dispute.getId(),
                account,
                dispute.getPaymentIntent(),
                StripeMoney.money(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason(),
                dispute.getStatus(),
                dueBy == null ? null : Instant.ofEpochSecond(dueBy),
                Instant.ofEpochSecond(dispute.getCreated()),
                moved == null ? List.of() : moved.stream().map(Moved::of).toList());
    }

    /** What Stripe keeps for it. */
    Money fee() {
        return moved.stream().map(Moved::fee).reduce(Money::plus).orElse(Money.zero(amount.getCurrencyUnit()));
    }
}
