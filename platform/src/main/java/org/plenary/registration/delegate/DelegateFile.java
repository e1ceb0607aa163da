package org.plenary.registration.delegate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.springframework.stereotype.Component;

/** Writes the delegates of a listing, as it shows them, into a file; a few hundred at a time. */
@Component
class DelegateFile {
    private static final int ROWS_AT_ONCE = 500;

    private final DelegateColumns columns;
    private final DelegateTable table;
    private final Json json;

    DelegateFile(DelegateColumns columns, DelegateTable table, Json json) {
        this.columns = columns;
        this.table = table;
        this.json = json;
    }

    /** @param labels whether columns and options are named by their labels, else by their keys */
    record Wanted(Listing listing, SheetFormat format, boolean labels) {}

    /** @throws org.plenary.kernel.Problem.InvalidInput when the conditions cannot be understood */
    long count(ConferenceView conference, Listing listing, Locale locale) {
        var counts = table.counts(conference, listing, columns.of(conference, locale));
        return listing.status().isEmpty()
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(listing.status(), 0L);
    }

    /** @param progress hears how many rows are written */
    void write(ConferenceView conference, Wanted wanted, Locale locale, OutputStream out, IntConsumer progress)
            throws IOException {
        var all = columns.of(conference, locale);
        var shown = all.shown(wanted.listing());
        var cells = new Cells(shown, conference.timeZone(), wanted.labels(), json);
        try (var sheet = wanted.format().open(out, conference.timeZone())) {
            sheet.header(shown.stream()
                    .map(column -> wanted.labels() ? column.label() : column.key())
                    .toList());
            var written = 0;
            @Nullable UUID after = null;
            List<DelegateTable.Row> rows;
            do {
                rows = table.rows(conference, wanted.listing(), all, ROWS_AT_ONCE, after);
                for (var row : rows) sheet.row(shown, row.values(), cells);
                written += rows.size();
                progress.accept(written);
                if (!rows.isEmpty()) after = rows.getLast().id();
            } while (rows.size() == ROWS_AT_ONCE);
        }
    }
}
