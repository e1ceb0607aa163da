package org.plenary.billing.invoice;

import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.SeriesOfNumbers;
import org.plenary.tenancy.Successor;
import org.springframework.stereotype.Component;

/** No number of an invoice or a credit note is given twice. */
@Component
record InvoiceSuccession(SeriesOfNumbers series) implements Successor {
    @Override
    public void follow(@Nullable String before, String restored) {
        series.goOn("invoice_series", before, restored);
    }
}
