package org.plenary.billing.dues;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CsvCell;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes open items for spreadsheets, some hundred at a time. */
@Component
class OpenItemsExport {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 500;
    private static final int WIDTH = 20;
    private static final List<String> COLUMNS = List.of(
            "order",
            "buyer",
            "organization",
            "email",
            "document",
            "amount",
            "currency",
            "due_on",
            "days_overdue",
            "age",
            "reminders");
    private static final int AMOUNT = COLUMNS.indexOf("amount");
    private static final int OVERDUE = COLUMNS.indexOf("days_overdue");

    private final OpenItems items;

    OpenItemsExport(OpenItems items) {
        this.items = items;
    }

    void write(OpenItems.Wanted wanted, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"open-items.csv\"");
        var text = new StringBuilder(CsvCell.line(COLUMNS));
        each(wanted, item -> text.append(CsvCell.line(cells(item))));
        response.getWriter().write(text.toString());
    }

    void writeXlsx(OpenItems.Wanted wanted, HttpServletResponse response) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"open-items.xlsx\"");
        try (var workbook = new Workbook(response.getOutputStream(), "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("open items");
            sheet.freezePane(0, 1);
            for (var i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
                sheet.style(0, i).bold().set();
                sheet.width(i, WIDTH);
            }
            var row = new int[] {1};
            each(wanted, item -> write(sheet, row[0]++, item));
        }
    }

    /** Amounts and days as numbers, so that the sheet can reckon with them. */
    private static void write(Worksheet sheet, int row, OpenItem item) {
        var cells = cells(item);
        for (var i = 0; i < cells.size(); i++)
            if (i == AMOUNT) sheet.value(row, i, item.amount().getAmount());
            else if (i == OVERDUE) sheet.value(row, i, item.overdue());
            else sheet.value(row, i, cells.get(i));
    }

    private void each(OpenItems.Wanted wanted, Consumer<OpenItem> work) {
        var now = items.now();
        @Nullable String after = null;
        while (true) {
            var page = items.list(wanted, now, after, AT_ONCE);
            page.forEach(work);
            if (page.size() < AT_ONCE) return;
            after = page.getLast().cursor();
        }
    }

    private static List<String> cells(OpenItem item) {
        return List.of(
                item.reference(),
                item.buyer(),
                item.organization() == null ? "" : item.organization(),
                item.email(),
                item.number() == null ? "" : item.number(),
                item.amount().getAmount().toPlainString(),
                item.amount().getCurrencyUnit().getCode(),
                item.dueOn().toString(),
                String.valueOf(item.overdue()),
                item.age().wire(),
                String.valueOf(item.reminded().level()));
    }
}
