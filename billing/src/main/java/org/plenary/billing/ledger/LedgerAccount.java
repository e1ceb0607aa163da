package org.plenary.billing.ledger;

import java.util.Locale;

/** What a line of the books is about. */
public enum LedgerAccount {
    STRIPE_BALANCE,
    CASH,
    CARD_TERMINAL,
    BANK,
    SALES,
    REFUNDS,
    STRIPE_FEES,
    PLATFORM_FEES;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
