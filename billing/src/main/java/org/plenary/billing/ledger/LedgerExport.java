package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CsvCell;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes the books for spreadsheets, a few hundred lines at a time. */
@Component
class LedgerExport {
    static final String TYPE = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 500;
    private static final int WIDTH = 20;
    private static final List<String> COLUMNS =
            List.of("booked_at", "entry", "account", "debit", "credit", "currency", "source", "reference", "subject");
    private static final int DEBIT = COLUMNS.indexOf("debit");
    private static final int CREDIT = COLUMNS.indexOf("credit");

    private final LedgerQueries ledger;

    LedgerExport(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    void write(Period period, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\"");
        write(period, response.getWriter());
    }

    void writeXlsx(Period period, HttpServletResponse response) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.xlsx\"");
        try (var workbook = new Workbook(response.getOutputStream(), "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("ledger");
            sheet.freezePane(0, 1);
            for (var i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
                sheet.style(0, i).bold().set();
                sheet.width(i, WIDTH);
            }
            var row = 1;
            @Nullable UUID after = null;
            while (true) {
                var lines = ledger.lines(period, after, AT_ONCE);
                for (var line : lines) write(sheet, row++, line);
                sheet.flush();
                if (lines.size() < AT_ONCE) return;
                after = lines.getLast().id();
            }
        }
    }

    /** Amounts as numbers, so that the sheet can add them up; everything else as text. */
    private static void write(Worksheet sheet, int row, LedgerLine line) {
        var cells = cells(line);
        for (var i = 0; i < cells.size(); i++)
            if (i == DEBIT && !line.debit().isZero())
                sheet.value(row, i, line.debit().getAmount());
            else if (i == CREDIT && !line.credit().isZero())
                sheet.value(row, i, line.credit().getAmount());
            else sheet.value(row, i, cells.get(i));
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
        return CsvCell.line(cells(line));
    }

    private static List<String> cells(LedgerLine line) {
        return List.of(
                line.bookedAt().toString(),
                line.entry().toString(),
                line.account(),
                amount(line.debit()),
                amount(line.credit()),
                line.debit().getCurrencyUnit().getCode(),
                line.source(),
                line.reference() == null ? "" : line.reference(),
                line.subject() == null ? "" : line.subject().toString());
    }

    private static String amount(Money money) {
        return money.isZero() ? "" : money.getAmount().toPlainString();
    }
}
