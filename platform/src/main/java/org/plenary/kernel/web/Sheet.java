package org.plenary.kernel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.plenary.kernel.CsvCell;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A table to be opened in a spreadsheet.
 *
 * @param file name without its ending
 * @param rows the header first
 */
public record Sheet(String file, String name, List<List<String>> rows) {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public ResponseEntity<byte[]> asCsv() {
        var content = rows.stream().map(CsvCell::line).collect(Collectors.joining());
        return answer(file + ".csv", "text/csv;charset=UTF-8", content.getBytes(StandardCharsets.UTF_8));
    }

    public ResponseEntity<byte[]> asXlsx() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            for (var i = 0; i < rows.size(); i++)
                for (var j = 0; j < rows.get(i).size(); j++)
                    sheet.value(i, j, rows.get(i).get(j));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(file + ".xlsx", XLSX, out.toByteArray());
    }

    private static ResponseEntity<byte[]> answer(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
