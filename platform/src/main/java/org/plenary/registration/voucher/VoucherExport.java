package org.plenary.registration.voucher;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.CsvCell;
import org.springframework.stereotype.Component;

/** Writes a conference's vouchers as a table. */
@Component
class VoucherExport {
    private static final int ROWS_AT_ONCE = 1000;
    private static final List<String> HEADER = List.of(
            "code",
            "label",
            "effect",
            "value",
            "uses",
            "used",
            "valid_from",
            "valid_until",
            "fees",
            "emails",
            "ended",
            "given",
            "paid");

    private final VoucherQueries queries;

    VoucherExport(VoucherQueries queries) {
        this.queries = queries;
    }

    String csv(ConferenceView conference, @Nullable String query) {
        var text = new StringBuilder();
        text.append(CsvCell.line(HEADER));
        @Nullable UUID after = null;
        List<VoucherQueries.Row> rows;
        do {
            rows = queries.list(conference, query, ROWS_AT_ONCE, after);
            for (var row : rows) text.append(CsvCell.line(cells(row)));
            if (!rows.isEmpty()) after = rows.getLast().voucher().id();
        } while (rows.size() == ROWS_AT_ONCE);
        return text.toString();
    }

    private static List<String> cells(VoucherQueries.Row row) {
        var voucher = row.voucher();
        var terms = voucher.terms();
        var cells = new ArrayList<String>();
        cells.add(voucher.code());
        cells.add(Objects.toString(terms.label(), ""));
        cells.add(terms.effect().wire());
        cells.add(terms.percent() != null ? terms.percent() + "%" : Objects.toString(terms.amount(), ""));
        cells.add(Objects.toString(voucher.uses(), ""));
        cells.add(String.valueOf(row.used()));
        cells.add(Objects.toString(terms.validFrom(), ""));
        cells.add(Objects.toString(terms.validUntil(), ""));
        cells.add(String.join(" ", terms.fees()));
        cells.add(String.join(" ", terms.emails()));
        cells.add(Objects.toString(voucher.endedAt(), ""));
        cells.add(row.given().toString());
        cells.add(row.paid().toString());
        return cells;
    }
}
