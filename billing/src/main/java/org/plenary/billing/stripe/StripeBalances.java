package org.plenary.billing.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Stripe moved on an account (docs.stripe.com/api/balance_transactions). */
@Component
public class StripeBalances {
    private static final long AT_ONCE = 100;

    private final StripeCalls calls;

    StripeBalances(StripeCalls calls) {
        this.calls = calls;
    }

    /** The newest first. @param after the last one of the page before; null for the first page */
    public StripeCollection<BalanceTransaction> moved(String account, Instant since, @Nullable String after) {
        var params = BalanceTransactionListParams.builder()
                .setLimit(AT_ONCE)
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build());
        if (after != null) params.setStartingAfter(after);
        return calls.call(
                stripe -> stripe.v1().balanceTransactions().list(params.build(), StripeCalls.reading(account)));
    }
}
