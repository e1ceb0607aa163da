package org.plenary.billing.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Languages;
import org.plenary.payments.DeskPayments.Taking;
import org.plenary.payments.Invoices.Document;
import org.plenary.payments.Invoices.Kind;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Receipts for money by hand: in a series of their own, with numbers that have no gaps either. */
@Component
public class ReceiptDocuments {
    private final InvoiceRows rows;
    private final Sellers sellers;
    private final InvoiceNumbers numbers;
    private final JdbcClient jdbc;

    ReceiptDocuments(InvoiceRows rows, Sellers sellers, InvoiceNumbers numbers, JdbcClient jdbc) {
        this.rows = rows;
        this.sellers = sellers;
        this.numbers = numbers;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Document issue(Taking taking, Instant at) {
        numbers.lock(taking.conference(), Kind.RECEIPT, taking.seriesPrefix());
        var number = numbers.next(taking.conference(), Kind.RECEIPT);
        var tenant = Tenancy.require();
        var snapshot = new Snapshot(
                        tenant.name(),
                        tenant.country(),
                        taking.reference(),
                        taking.seriesPrefix(),
                        taking.conference(),
                        taking.payer(),
                        List.of(),
                        taking.amount(),
                        Languages.nearest(taking.locale().toLanguageTag()),
                        null,
                        null,
                        new Snapshot.Received(
                                taking.method().wire(),
                                taking.proof(),
                                taking.cashier().name(),
                                at,
                                taking.rest()),
                        null,
                        null,
                        null)
                .by(sellers.current().orElse(null));
        return rows.keep(taking.subject(), Kind.RECEIPT, number, snapshot);
    }

    /** The document stays, and says from now on that it is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(UUID receipt, String reason) {
        jdbc.sql("update invoice set void_reason = ? where id = ? and kind = 'RECEIPT'")
                .param(reason)
                .param(receipt)
                .update();
    }
}
