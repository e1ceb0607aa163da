package org.plenary.billing.invoice;

import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;
import static org.plenary.billing.ledger.LedgerAccount.TAX;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;

/** What the books say of an invoice or a credit note. */
final class Sale {
    private Sale() {}

    /**
     * The receivable against what was sold and its tax. The tax is that of the document, by rates; within a rate the account with
     * most of it takes what rounding leaves, so that the movement says exactly what the document says. Empty when nothing moves.
     */
    static Optional<Movement> of(Invoices.Document document, Snapshot snapshot) {
        var amounts = new EnumMap<LedgerAccount, Money>(LedgerAccount.class);
        amounts.put(RECEIVABLES, snapshot.total());
        for (var tax : snapshot.taxes()) {
            var gross = byAccount(snapshot, tax.rate());
            var most = gross.entrySet().stream()
                    .max(Map.Entry.comparingByValue((one, other) -> one.abs().compareTo(other.abs())))
                    .orElseThrow();
            var rest = tax.tax();
            for (var each : gross.entrySet()) {
                if (each.getKey() == most.getKey()) continue;
                var net = Snapshot.net(each.getValue(), tax.rate());
                rest = rest.minus(each.getValue().minus(net));
                amounts.merge(each.getKey(), net.negated(), Money::plus);
            }
            amounts.merge(most.getKey(), most.getValue().minus(rest).negated(), Money::plus);
            amounts.merge(TAX, tax.tax().negated(), Money::plus);
        }
        var source = document.kind() == Invoices.Kind.CREDIT_NOTE ? "credit_note" : "invoice";
        if (amounts.values().stream().allMatch(Money::isZero)) return Optional.empty();
        return Optional.of(Movement.of(source, document.id().toString(), document.issuedAt(), amounts));
    }

    private static Map<LedgerAccount, Money> byAccount(Snapshot snapshot, BigDecimal rate) {
        var gross = new TreeMap<LedgerAccount, Money>();
        for (var line : snapshot.lines())
            if (line.taxRate().compareTo(rate) == 0) gross.merge(account(line.revenue()), line.total(), Money::plus);
        return gross;
    }

    private static LedgerAccount account(PaymentRequest.Revenue revenue) {
        return switch (revenue) {
            case SALES -> LedgerAccount.SALES;
            case LODGING -> LedgerAccount.HOTEL_DEPOSITS;
            case DONATION -> LedgerAccount.DONATIONS;
        };
    }
}
