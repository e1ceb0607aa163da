package org.plenary.registration.waitlist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The waiting list as a table to be opened in a spreadsheet, in the order of the list. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
class WaitingExportPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_AT_ONCE = 500;
    private static final EntryQueries.Filter ALL = new EntryQueries.Filter(null, null, null);
    private static final List<String> COLUMNS = List.of(
            "status",
            "name",
            "email",
            "country",
            "wish_1",
            "wish_2",
            "wish_3",
            "joined_at",
            "offered_at",
            "offered_wish",
            "order",
            "expires_at",
            "invited_by_hand",
            "ended_at");

    private final ConferenceApi conferences;
    private final EntryQueries queries;
    private final AccessLog log;

    WaitingExportPages(ConferenceApi conferences, EntryQueries queries, AccessLog log) {
        this.conferences = conferences;
        this.queries = queries;
        this.log = log;
    }

    @GetMapping("/manage/conferences/{conference}/waiting-list.csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference) {
        var content = table(conferences.bySlug(conference).id()).stream()
                .map(CsvCell::line)
                .collect(Collectors.joining());
        return file(
                conference + "-waiting-list.csv", "text/csv;charset=UTF-8", content.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/manage/conferences/{conference}/waiting-list.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String conference) {
        var rows = table(conferences.bySlug(conference).id());
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Plenary", "1.0")) {
            var sheet = workbook.newWorksheet("waiting list");
            for (var i = 0; i < rows.size(); i++)
                for (var j = 0; j < rows.get(i).size(); j++)
                    sheet.value(i, j, rows.get(i).get(j));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(conference + "-waiting-list.xlsx", XLSX, out.toByteArray());
    }

    private List<List<String>> table(UUID conference) {
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS);
        @Nullable String after = null;
        do {
            var page = queries.page(conference, ALL, ROWS_AT_ONCE, after);
            page.items().forEach(entry -> table.add(cells(EntryView.of(entry, null))));
            after = page.next();
        } while (after != null);
        log.record(Seen.list(conference, Way.EXPORT, "waiting-list", table.size() - 1L, Map.of()));
        return table;
    }

    private static List<String> cells(EntryView entry) {
        var cells = new ArrayList<>(List.of(
                entry.status().wire(),
                entry.contact().name(),
                entry.contact().email(),
                entry.contact().country()));
        for (var i = 0; i < Entry.MOST_WISHES; i++)
            cells.add(
                    i < entry.wishes().size()
                            ? String.join("; ", entry.wishes().get(i).lines())
                            : "");
        var offer = entry.offer();
        cells.add(text(entry.joinedAt()));
        cells.add(offer == null ? "" : text(offer.offeredAt()));
        cells.add(offer == null ? "" : text(offer.wish()));
        cells.add(offer == null ? "" : offer.order());
        cells.add(offer == null ? "" : text(offer.expiresAt()));
        cells.add(offer == null ? "" : text(offer.byHand()));
        cells.add(text(entry.endedAt()));
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
