package org.plenary.billing.ledger;

import static org.plenary.billing.ledger.LedgerAccount.EXCHANGE;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Books that Stripe keeps a payment in another currency than it was made in (docs.stripe.com/connect/currencies): of each currency
 * the balance is then what Stripe says it is, and the account of exchanges tells what became of what.
 */
@Component
public class Exchange {
    private final Ledger ledger;

    Exchange(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param key of the payment or refund, as its own movement has it
     * @param paid as the payer sees it; negative when it went back
     * @param settled what the balance changed by; of the same currency when nothing was exchanged
     */
    public void book(String key, Instant at, Money paid, Money settled, UUID subject, String reference) {
        if (paid.getCurrencyUnit().equals(settled.getCurrencyUnit())) return;
        ledger.post(Movement.of("exchange_out", key, at, EXCHANGE, STRIPE_BALANCE, paid)
                .about(subject, reference));
        ledger.post(Movement.of("exchange_in", key, at, STRIPE_BALANCE, EXCHANGE, settled)
                .about(subject, reference));
    }
}
