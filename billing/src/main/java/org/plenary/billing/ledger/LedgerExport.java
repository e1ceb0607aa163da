package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes the books as CSV, a few hundred lines at a time. */
@Component
class LedgerExport {
    static final String TYPE = "text/csv";
    private static final int AT_ONCE = 500;
    private static final String LINE_END = "\r\n";

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
        out.write("booked_at,entry,account,debit,credit,currency,source,reference,subject" + LINE_END);
        @Nullable UUID after = null;
        while (true) {
            var lines = ledger.lines(period, after, AT_ONCE);
            for (var line : lines) out.write(row(line) + LINE_END);
            if (lines.size() < AT_ONCE) return;
            after = lines.getLast().id();
        }
    }

    static String row(LedgerLine line) {
        return List.of(
                        line.bookedAt().toString(),
                        line.entry().toString(),
                        line.account(),
                        amount(line.debit()),
                        amount(line.credit()),
                        line.debit().getCurrencyUnit().getCode(),
                        line.source(),
                        line.reference() == null ? "" : line.reference(),
                        line.subject() == null ? "" : line.subject().toString())
                .stream()
                .map(LedgerExport::cell)
                .collect(Collectors.joining(","));
    }

    private static String amount(Money money) {
        return money.isZero() ? "" : money.getAmount().toPlainString();
    }

    /** A spreadsheet must not take a text for a formula. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
