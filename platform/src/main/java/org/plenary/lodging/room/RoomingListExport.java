package org.plenary.lodging.room;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the rooming list as a table for spreadsheets. */
@Component
public class RoomingListExport {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_AT_ONCE = 500;
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "hotel", "room_type", "check_in", "check_out", "nights", "guests", "order", "status", "acknowledgement");

    private final RoomingList list;

    RoomingListExport(RoomingList list) {
        this.list = list;
    }

    public ResponseEntity<byte[]> csvFile(ConferenceView conference, RoomingList.Filter filter, Locale locale) {
        return file(conference.slug() + "-rooms.csv", "text/csv;charset=UTF-8", csv(conference.id(), filter, locale));
    }

    public ResponseEntity<byte[]> xlsxFile(ConferenceView conference, RoomingList.Filter filter, Locale locale) {
        return file(conference.slug() + "-rooms.xlsx", XLSX, xlsx(conference.id(), filter, locale));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private byte[] csv(UUID conference, RoomingList.Filter filter, Locale locale) {
        return table(conference, filter, locale).stream()
                .map(row -> row.stream().map(RoomingListExport::csvCell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] xlsx(UUID conference, RoomingList.Filter filter, Locale locale) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("rooms");
            var rows = table(conference, filter, locale);
            for (var i = 0; i < rows.size(); i++)
                for (var j = 0; j < rows.get(i).size(); j++)
                    sheet.value(i, j, rows.get(i).get(j));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<List<String>> table(UUID conference, RoomingList.Filter filter, Locale locale) {
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS);
        @Nullable UUID after = null;
        List<RoomingList.Row> rows;
        do {
            rows = list.rows(conference, filter, ROWS_AT_ONCE, after, locale);
            rows.forEach(row -> table.add(cells(row)));
            if (!rows.isEmpty()) after = rows.getLast().id();
        } while (rows.size() == ROWS_AT_ONCE);
        return table;
    }

    private static List<String> cells(RoomingList.Row row) {
        return List.of(
                row.hotelName(),
                row.roomTypeName(),
                row.checkIn().toString(),
                row.checkOut().toString(),
                String.valueOf(row.nights()),
                String.join("; ", row.guests()),
                row.order(),
                row.status(),
                row.acknowledgement() == null ? "" : row.acknowledgement());
    }

    /** A cell that a spreadsheet would take for a formula is made a text (OWASP: CSV injection). */
    static String csvCell(String text) {
        var isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
