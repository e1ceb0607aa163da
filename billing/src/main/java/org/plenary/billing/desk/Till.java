package org.plenary.billing.desk;

import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.billing.invoice.ReceiptDocuments;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.DeskPayments.Method;
import org.plenary.payments.DeskPayments.Taking;
import org.springframework.stereotype.Component;

/** Books what changes hands at a desk: the row, the document and the movement go together. */
@Component
class Till {
    private final DeskRows rows;
    private final ReturnRows returns;
    private final ReceiptDocuments documents;
    private final Ledger ledger;
    private final Clock clock;

    Till(DeskRows rows, ReturnRows returns, ReceiptDocuments documents, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.returns = returns;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return the receipt's id */
    UUID take(Taking taking) {
        var now = clock.instant();
        var document = documents.issue(taking, now);
        rows.insert(document.id(), taking, document.number(), now);
        ledger.post(Movement.of(
                        "desk_payment",
                        document.id().toString(),
                        now,
                        account(taking.method()),
                        RECEIVABLES,
                        taking.amount())
                .about(taking.subject(), taking.reference()));
        return document.id();
    }

    void cancel(DeskRows.Row row, String reason, Cashier by) {
        var now = clock.instant();
        rows.cancel(row.id(), reason, by, now);
        documents.cancel(row.id(), reason);
        book("desk_void", row.id(), now, row, row.receipt().amount(), RECEIVABLES);
    }

    void owe(DeskRows.Row row, Money amount, String reason, String key) {
        returns.insert(row.id(), key, amount, reason, clock.instant());
    }

    void handOut(ReturnRows.Row owed, DeskRows.Row row, Cashier by) {
        var now = clock.instant();
        var returning = owed.returning();
        returns.handedOut(returning.id(), by, now);
        rows.refunded(row.id(), returning.amount());
        book("desk_refund", returning.id(), now, row, returning.amount(), RECEIVABLES);
    }

    /** Money that leaves the desk. */
    private void book(String source, UUID key, Instant at, DeskRows.Row row, Money amount, LedgerAccount debited) {
        var from = account(row.receipt().method());
        ledger.post(Movement.of(source, key.toString(), at, debited, from, amount)
                .about(row.receipt().subject(), row.reference()));
    }

    private static LedgerAccount account(Method method) {
        return switch (method) {
            case CASH -> LedgerAccount.CASH;
            case CARD_TERMINAL -> LedgerAccount.CARD_TERMINAL;
            case BANK_TRANSFER -> LedgerAccount.BANK;
        };
    }
}
