package org.plenary.registration.delegate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.AnswerWords;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.CsvCell;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes a conference's delegates as a table, one column for each field of the newest form, and for each part of an address, a
 * meal or a passport. Answers are said in words, by the version that they were given on. */
@Component
class DelegateExport {
    private static final int ROWS_AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of(
            "order", "ticket", "status", "name", "email", "country", "fee", "form_version", "checked_in_at", "tours");

    private final DelegateQueries queries;
    private final Forms forms;
    private final AnswerWords words;

    DelegateExport(DelegateQueries queries, Forms forms, AnswerWords words) {
        this.queries = queries;
        this.forms = forms;
        this.words = words;
    }

    /** Takes the table row by row, the header first. */
    private interface Table {
        void row(List<String> cells) throws IOException;
    }

    /** @return how many delegates are in it */
    int csv(UUID conference, DelegateQueries.Filter filter, OutputStream out) {
        try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            return write(conference, filter, cells -> writer.write(CsvCell.line(cells)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how many delegates are in it */
    int xlsx(UUID conference, DelegateQueries.Filter filter, OutputStream out) {
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("delegates");
            var next = new int[] {0};
            return write(conference, filter, cells -> {
                for (var i = 0; i < cells.size(); i++) sheet.value(next[0], i, cells.get(i));
                next[0]++;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(UUID conference, DelegateQueries.Filter filter, Table table) throws IOException {
        var newest = forms.newest(Purpose.REGISTRATION, conference);
        var columns = AnswerWords.columns(newest.definition());
        var versions = new HashMap<>(Map.of(newest.version(), newest.definition()));
        var header = new ArrayList<>(COLUMNS);
        columns.forEach(column -> header.add(column.key()));
        table.row(header);
        var written = 0;
        @Nullable UUID after = null;
        List<DelegateRow> rows;
        do {
            rows = queries.list(conference, filter, ROWS_AT_ONCE, after);
            for (var row : rows) {
                var form = versions.computeIfAbsent(
                        row.formVersion(),
                        version -> forms.version(Purpose.REGISTRATION, conference, version)
                                .map(Form::definition)
                                .orElse(newest.definition()));
                table.row(cells(row, columns, form));
            }
            if (!rows.isEmpty()) after = rows.getLast().id();
            written += rows.size();
        } while (rows.size() == ROWS_AT_ONCE);
        return written;
    }

    private List<String> cells(DelegateRow row, List<AnswerWords.Column> columns, FormDefinition form) {
        var locale = LocaleContextHolder.getLocale();
        var cells = new ArrayList<>(List.of(
                row.order(),
                row.ticket() == null ? "" : row.ticket(),
                row.status(),
                row.name(),
                row.email(),
                row.country(),
                row.fee(),
                String.valueOf(row.formVersion()),
                row.checkedInAt() == null ? "" : row.checkedInAt().toString(),
                String.join("; ", row.tours())));
        columns.forEach(column -> cells.add(words.cell(column, form, row.answers(), locale)));
        return cells;
    }
}
