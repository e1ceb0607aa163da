package org.plenary.lodging.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Sheet;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the rooming list as a table for spreadsheets. */
@Component
public class RoomingListExport {
    private static final int ROWS_AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of(
            "hotel", "room_type", "check_in", "check_out", "nights", "guests", "order", "status", "acknowledgement");

    private final RoomingList list;
    private final AccessLog log;

    RoomingListExport(RoomingList list, AccessLog log) {
        this.list = list;
        this.log = log;
    }

    public ResponseEntity<byte[]> csvFile(ConferenceView conference, RoomingList.Filter filter, Locale locale) {
        return sheet(conference, filter, locale).asCsv();
    }

    public ResponseEntity<byte[]> xlsxFile(ConferenceView conference, RoomingList.Filter filter, Locale locale) {
        return sheet(conference, filter, locale).asXlsx();
    }

    private Sheet sheet(ConferenceView conference, RoomingList.Filter filter, Locale locale) {
        var table = table(conference.id(), filter, locale);
        log.record(Seen.list(conference.id(), Way.EXPORT, "rooming-list", table.size() - 1L, filter.parameters()));
        return new Sheet(conference.slug() + "-rooms", "rooms", table);
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
}
