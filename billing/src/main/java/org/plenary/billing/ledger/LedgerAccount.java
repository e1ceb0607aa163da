package org.plenary.billing.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a line of the books is about: the chart of accounts, with the numbers of SKR 04 for exports (DATEV, "Standardkontenrahmen 04"). */
public enum LedgerAccount {
    /** What delegates owe for what was invoiced, less what they paid; negative while they paid for what is not invoiced yet. */
    RECEIVABLES(Kind.ASSET, 1200),
    STRIPE_BALANCE(Kind.ASSET, 1460),
    CASH(Kind.ASSET, 1600),
    CARD_TERMINAL(Kind.ASSET, 1461),
    BANK(Kind.ASSET, 1800),
    /** Paid for hotel rooms, and to be passed on to the hotels. */
    HOTEL_DEPOSITS(Kind.LIABILITY, 3250),
    /** Came by bank transfer beyond what was owed, and is to be sent back. */
    OWED_BACK(Kind.LIABILITY, 3501),
    /** Contained in what was invoiced, and to be passed on to the tax office. */
    TAX(Kind.LIABILITY, 3800),
    SALES(Kind.INCOME, 4400),
    DONATIONS(Kind.INCOME, 4830),
    STRIPE_FEES(Kind.EXPENSE, 6855),
    DISPUTES(Kind.EXPENSE, 6930),
    /** Receivables that nobody expects to be paid any more. */
    BAD_DEBT(Kind.EXPENSE, 6930),
    PLATFORM_FEES(Kind.EXPENSE, 6837);

    /** On which side an account grows. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE;

        boolean growsByDebit() {
            return this == ASSET || this == EXPENSE;
        }

        /** The name in texts. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final int number;

    LedgerAccount(Kind kind, int number) {
        this.kind = kind;
        this.number = number;
    }

    public Kind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    /** The name in the database and on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LedgerAccount> of(String key) {
        return Arrays.stream(values())
                .filter(account -> account.key().equals(key))
                .findFirst();
    }
}
