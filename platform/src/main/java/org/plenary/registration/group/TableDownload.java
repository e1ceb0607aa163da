package org.plenary.registration.group;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.plenary.kernel.CsvCell;
import org.springframework.http.ResponseEntity;

/** Tables as a file for spreadsheets; a CSV file holds the first alone. @param name of the file without its ending */
record TableDownload(String name) {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 24;

    /** Without this mark Excel takes the file for its own old character set, and Chinese names are lost. */
    private static final char UTF_8_MARK = '\uFEFF';

    /** @param rows the header first */
    record Table(String name, List<List<String>> rows) {}

    ResponseEntity<byte[]> of(String format, List<Table> tables) {
        return format.equals("csv")
                ? PlaceScreen.file(name + ".csv", "text/csv;charset=UTF-8", csv(tables.getFirst()))
                : PlaceScreen.file(name + ".xlsx", XLSX, xlsx(tables));
    }

    private static byte[] csv(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(CsvCell::text).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", String.valueOf(UTF_8_MARK), ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<Table> tables) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            for (var table : tables) {
                var sheet = workbook.newWorksheet(table.name());
                sheet.freezePane(0, 1);
                for (var i = 0; i < table.rows().size(); i++)
                    for (var j = 0; j < table.rows().get(i).size(); j++) {
                        sheet.value(i, j, table.rows().get(i).get(j));
                        if (i == 0) {
                            sheet.width(j, WIDTH);
                            sheet.style(i, j).bold().set();
                        }
                    }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
