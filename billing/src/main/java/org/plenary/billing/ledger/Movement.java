package org.plenary.billing.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One balanced movement of money.
 *
 * @param source what kind of thing it comes from, such as {@code payment}
 * @param key that thing's id; with the source it names the movement for ever
 */
public record Movement(
        String source,
        String key,
        Instant at,
        CurrencyUnit currency,
        List<Line> lines,
        @Nullable UUID subject,
        @Nullable String reference) {

    /** One side of it, in minor units; the other side is zero. */
    public record Line(LedgerAccount account, long debit, long credit) {
        public Line {
            if (debit < 0 || credit < 0 || (debit == 0) == (credit == 0))
                throw new IllegalArgumentException("a line is either a debit or a credit");
        }
    }

    public Movement {
        lines = List.copyOf(lines);
        long debits = 0;
        long credits = 0;
        for (var line : lines) {
            debits = Math.addExact(debits, line.debit());
            credits = Math.addExact(credits, line.credit());
        }
        if (lines.isEmpty() || debits != credits)
            throw new IllegalArgumentException("a movement balances: " + debits + " is not " + credits);
    }

    /** The amount goes from one account to the other; a negative one goes back. */
    public static Movement of(
            String source, String key, Instant at, LedgerAccount debited, LedgerAccount credited, Money amount) {
        var minor = Math.abs(amount.getAmountMinorLong());
        var to = amount.isNegative() ? credited : debited;
        var from = amount.isNegative() ? debited : credited;
        var lines = new ArrayList<Line>();
        lines.add(new Line(to, minor, 0));
        lines.add(new Line(from, 0, minor));
        return new Movement(source, key, at, amount.getCurrencyUnit(), lines, null, null);
    }

    /**
     * One that touches several accounts.
     *
     * @param amounts of one currency; positive to debit an account, negative to credit it
     */
    public static Movement of(String source, String key, Instant at, Map<LedgerAccount, Money> amounts) {
        var lines = new ArrayList<Line>();
        for (var each : amounts.entrySet()) {
            var minor = each.getValue().getAmountMinorLong();
            if (minor != 0) lines.add(new Line(each.getKey(), Math.max(minor, 0), Math.max(-minor, 0)));
        }
        var currency = amounts.values().iterator().next().getCurrencyUnit();
        return new Movement(source, key, at, currency, lines, null, null);
    }

    /** One that concerns nothing that was sold. */
    public Movement about(String newReference) {
        return new Movement(source, key, at, currency, lines, null, newReference);
    }

    public Movement about(UUID newSubject, String newReference) {
        return new Movement(source, key, at, currency, lines, newSubject, newReference);
    }
}
