package org.plenary.billing.reconcile;

import static org.plenary.billing.ledger.LedgerAccount.BANK;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.Movement;
import org.plenary.billing.stripe.StripeBalances;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what Stripe moved on an account since the last time. Payouts are learned here and nowhere else: they are booked from it. All
 * else was booked when it happened, and is compared with it.
 */
@Component
class BalanceReading {
    /** Read again each time: Stripe's lists may show a movement a little later than its time says. */
    private static final Duration OVERLAP = Duration.ofHours(48);

    private final StripeBalances stripe;
    private final BalanceRows rows;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock clock;

    BalanceReading(
            StripeBalances stripe, BalanceRows rows, Ledger ledger, TransactionOperations transactions, Clock clock) {
        this.stripe = stripe;
        this.rows = rows;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Repeats safely; what was read before an interruption is kept. */
    void read(String account) {
        var began = clock.instant();
        var since = rows.latest(account).map(latest -> latest.minus(OVERLAP)).orElse(Instant.EPOCH);
        try {
            @Nullable String after = null;
            while (true) {
                var page = stripe.moved(account, since, after);
                var moved = page.getData().stream().map(Moved::of).toList();
                transactions.executeWithoutResult(status -> keep(account, moved));
                if (!Boolean.TRUE.equals(page.getHasMore()) || moved.isEmpty()) break;
                after = moved.getLast().id();
            }
            rows.read(account, began);
        } catch (StripeUnavailable | StripeRefused e) {
            rows.failed(account, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void keep(String account, List<Moved> page) {
        for (var moved : page)
            if (rows.insert(account, moved) && moved.isPayout())
                ledger.post(Movement.of(
                                moved.type(),
                                moved.source() + ":" + moved.id(),
                                moved.at(),
                                STRIPE_BALANCE,
                                BANK,
                                moved.amount())
                        .about(moved.source()));
    }
}
