package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CsvCell;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes the books as CSV, a few hundred lines at a time. */
@Component
class LedgerExport {
    static final String TYPE = "text/csv";
    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS =
            List.of("booked_at", "entry", "account", "debit", "credit", "currency", "source", "reference", "subject");

    private final LedgerQueries ledger;

    LedgerExport(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    void write(Period period, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\"");
        write(period, response.getWriter());
    }

    private void write(Period period, Writer out) throws IOException {
        out.write(CsvCell.line(COLUMNS));
        @Nullable UUID after = null;
        while (true) {
            var lines = ledger.lines(period, after, AT_ONCE);
            for (var line : lines) out.write(row(line));
            if (lines.size() < AT_ONCE) return;
            after = lines.getLast().id();
        }
    }

    static String row(LedgerLine line) {
        return CsvCell.line(List.of(
                line.bookedAt().toString(),
                line.entry().toString(),
                line.account(),
                amount(line.debit()),
                amount(line.credit()),
                line.debit().getCurrencyUnit().getCode(),
                line.source(),
                line.reference() == null ? "" : line.reference(),
                line.subject() == null ? "" : line.subject().toString()));
    }

    private static String amount(Money money) {
        return money.isZero() ? "" : money.getAmount().toPlainString();
    }
}
