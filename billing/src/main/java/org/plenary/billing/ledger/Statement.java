package org.plenary.billing.ledger;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Part of what happened on one account in one currency, with its balance after each line.
 *
 * @param opening before the first line here, on the side on which the account grows
 */
record Statement(LedgerAccount account, CurrencyUnit currency, Money opening, List<Entry> entries) {
    Statement {
        entries = List.copyOf(entries);
    }

    record Entry(LedgerLine line, Money balance) {}

    /** @param before debits less credits of all lines before these, in minor units */
    static Statement of(LedgerAccount account, CurrencyUnit currency, long before, List<LedgerLine> lines) {
        var grows = account.kind().growsByDebit();
        var opening = Money.ofMinor(currency, grows ? before : -before);
        var balance = opening;
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var change = line.debit().minus(line.credit());
            balance = grows ? balance.plus(change) : balance.minus(change);
            entries.add(new Entry(line, balance));
        }
        return new Statement(account, currency, opening, entries);
    }

    public Money closing() {
        return entries.isEmpty() ? opening : entries.getLast().balance();
    }
}
