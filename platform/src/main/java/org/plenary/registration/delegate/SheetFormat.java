package org.plenary.registration.delegate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.CsvCell;

/** A kind of file that spreadsheets open. */
enum SheetFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", DelegatesApi.XLSX);

    private final String ending;
    private final String type;

    SheetFormat(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    static Optional<SheetFormat> of(@Nullable String ending) {
        for (var each : values()) if (each.ending.equals(ending)) return Optional.of(each);
        return Optional.empty();
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    /** A table that is written row by row, the header first. */
    interface Sheet extends AutoCloseable {
        void header(List<String> names) throws IOException;

        void row(List<Column> columns, List<@Nullable Object> values, Cells cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    Sheet open(OutputStream out, ZoneId zone) throws IOException {
        return switch (this) {
            case CSV -> new CsvSheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            case XLSX -> new XlsxSheet(new Workbook(out, "Plenary", "1.0"), zone);
        };
    }

    private record CsvSheet(Writer writer) implements Sheet {
        /** Without this mark Excel takes the file for its own old character set, and Chinese names are lost. */
        private static final char UTF_8_MARK = '\uFEFF';

        @Override
        public void header(List<String> names) throws IOException {
            writer.write(UTF_8_MARK);
            line(names.stream().map(CsvCell::text).collect(Collectors.joining(",")));
        }

        @Override
        public void row(List<Column> columns, List<@Nullable Object> values, Cells cells) throws IOException {
            var line = new StringBuilder();
            for (var i = 0; i < columns.size(); i++) {
                if (i > 0) line.append(',');
                var text = cells.text(columns.get(i), values.get(i));
                line.append(columns.get(i).kind() == Column.Kind.NUMBER ? CsvCell.number(text) : CsvCell.text(text));
            }
            line(line.toString());
        }

        private void line(String line) throws IOException {
            writer.write(line + "\r\n");
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** Texts are cells of texts, whatever they start with; only numbers and times are anything else. */
    private static final class XlsxSheet implements Sheet {
        private static final int LONGEST_TEXT = 32_767;
        private static final int FLUSH_EVERY = 500;
        private static final int WIDTH = 22;

        private final Workbook workbook;
        private final Worksheet sheet;
        private final ZoneId zone;
        private int next;

        XlsxSheet(Workbook workbook, ZoneId zone) {
            this.workbook = workbook;
            this.sheet = workbook.newWorksheet("delegates");
            this.zone = zone;
        }

        @Override
        public void header(List<String> names) {
            sheet.freezePane(0, 1);
            for (var i = 0; i < names.size(); i++) {
                sheet.width(i, WIDTH);
                sheet.value(next, i, names.get(i));
                sheet.style(next, i).bold().set();
            }
            next++;
        }

        @Override
        public void row(List<Column> columns, List<@Nullable Object> values, Cells cells) throws IOException {
            for (var i = 0; i < columns.size(); i++) cell(i, columns.get(i), values.get(i), cells);
            if (++next % FLUSH_EVERY == 0) sheet.flush();
        }

        private void cell(int at, Column column, @Nullable Object value, Cells cells) {
            var text = cells.text(column, value);
            if (value instanceof Instant moment) {
                sheet.value(next, at, moment.atZone(zone).toLocalDateTime());
                sheet.style(next, at).format("yyyy-mm-dd hh:mm").set();
            } else if (column.kind() == Column.Kind.NUMBER) {
                number(at, text);
            } else if (column.kind() == Column.Kind.DATE) {
                date(at, text);
            } else {
                text(at, text);
            }
        }

        private void number(int at, String text) {
            if (text.isEmpty()) return;
            try {
                sheet.value(next, at, new BigDecimal(text));
            } catch (NumberFormatException e) {
                // an earlier form asked for a text here
                text(at, text);
            }
        }

        private void date(int at, String text) {
            try {
                sheet.value(next, at, LocalDate.parse(text));
                sheet.style(next, at).format("yyyy-mm-dd").set();
            } catch (DateTimeParseException e) {
                text(at, text);
            }
        }

        private void text(int at, String text) {
            if (!text.isEmpty())
                sheet.value(next, at, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
