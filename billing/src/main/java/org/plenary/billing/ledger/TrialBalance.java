package org.plenary.billing.ledger;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The accounts of one currency over a period; all debits together are all credits together. */
record TrialBalance(CurrencyUnit currency, List<Row> rows) {
    TrialBalance {
        rows = List.copyOf(rows);
    }

    /**
     * @param opening before the period, on the side on which the account grows; negative on the other
     * @param closing after it, likewise
     */
    record Row(LedgerAccount account, Money opening, Money debits, Money credits, Money closing) {
        /** @param before debits less credits until the period begins, in minor units */
        static Row of(LedgerAccount account, CurrencyUnit currency, long before, long debits, long credits) {
            var sign = account.kind().growsByDebit() ? 1 : -1;
            return new Row(
                    account,
                    Money.ofMinor(currency, sign * before),
                    Money.ofMinor(currency, debits),
                    Money.ofMinor(currency, credits),
                    Money.ofMinor(currency, sign * (before + debits - credits)));
        }
    }

    public Money debits() {
        return rows.stream().map(Row::debits).reduce(Money.zero(currency), Money::plus);
    }

    public Money credits() {
        return rows.stream().map(Row::credits).reduce(Money.zero(currency), Money::plus);
    }
}
