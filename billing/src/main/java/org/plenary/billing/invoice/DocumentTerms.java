package org.plenary.billing.invoice;

import java.util.Optional;
import java.util.UUID;
import org.plenary.payments.Invoices;
import org.springframework.stereotype.Component;

/** What documents of the bound tenant said of how they are to be paid. */
@Component
public class DocumentTerms {
    private final InvoiceRows rows;

    DocumentTerms(InvoiceRows rows) {
        this.rows = rows;
    }

    public Optional<Invoices.Payable> of(UUID document) {
        return rows.find(document).map(kept -> kept.snapshot().payable());
    }
}
