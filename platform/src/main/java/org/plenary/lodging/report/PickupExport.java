package org.plenary.lodging.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Sheet;
import org.springframework.stereotype.Component;

/** Writes the pick-up report as a table for spreadsheets: what hotels are sent (HOTL-12). */
@Component
class PickupExport {
    private static final List<String> COLUMNS = List.of(
            "hotel",
            "kind",
            "name",
            "night",
            "contracted",
            "released",
            "returned",
            "held",
            "sold",
            "left",
            "pickup_percent");

    Sheet sheet(ConferenceView conference, PickupReport.Report report, Locale locale) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        for (var pickup : report.shown()) {
            var hotel = pickup.hotel().name().in(locale);
            pickup.roomTypes().forEach(line -> add(rows, hotel, "room_type", line, locale));
            pickup.subBlocks().forEach(line -> add(rows, hotel, "sub_block", line, locale));
            add(rows, hotel, "hotel", pickup.whole(), locale);
            rows.add(cells(hotel, "total", hotel, "", pickup.total()));
        }
        return new Sheet(conference.slug() + "-pick-up", "pick-up", rows);
    }

    private static void add(List<List<String>> rows, String hotel, String kind, HotelPickup.Line line, Locale locale) {
        line.nights()
                .forEach((night, count) ->
                        rows.add(cells(hotel, kind, line.name().in(locale), night.toString(), count)));
    }

    private static List<String> cells(String hotel, String kind, String name, String night, RoomCount count) {
        return List.of(
                hotel,
                kind,
                name,
                night,
                String.valueOf(count.contracted()),
                String.valueOf(count.released()),
                String.valueOf(count.returned()),
                String.valueOf(count.held()),
                String.valueOf(count.sold()),
                String.valueOf(count.left()),
                String.valueOf(count.percent()));
    }
}
