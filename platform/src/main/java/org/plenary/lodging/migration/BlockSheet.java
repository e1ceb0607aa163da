package org.plenary.lodging.migration;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.sheet.SheetKind;
import org.plenary.lodging.sheet.SheetMapping;
import org.plenary.lodging.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** Rows of hotel, room type, date, rooms and rate: the block as it was kept until now. */
@Component
class BlockSheet implements SheetKind {
    private static final int LONGEST = 200;

    private final Hotels hotels;

    BlockSheet(Hotels hotels) {
        this.hotels = hotels;
    }

    @Override
    public String name() {
        return "block";
    }

    @Override
    public List<String> targets() {
        return List.of("hotel", "room-type", "date", "rooms", "rate", "occupancy");
    }

    @Override
    public List<String> needed() {
        return List.of("hotel", "room-type", "date", "rooms", "rate");
    }

    @Override
    public boolean canMail() {
        return false;
    }

    @Override
    public void check(ConferenceView conference, String about, List<SheetRow> rows) {
        for (var plan : plans(conference, rows)) {
            try {
                Hotels.check(conference, plan.before(), plan.input());
            } catch (Problem.InvalidInput e) {
                e.violations()
                        .forEach(each -> plan.rowAt(each.pointer())
                                .source()
                                .refuse(target(each.pointer()), each.code(), each.detail(), each.details()));
            }
        }
    }

    @Override
    public int write(ConferenceView conference, String about, List<SheetRow> rows, boolean mails) {
        for (var plan : plans(conference, rows)) {
            var before = plan.before();
            if (before == null) hotels.create(conference, plan.input());
            else hotels.change(conference, before.key(), plan.input(), null);
        }
        return rows.size();
    }

    private Collection<BlockPlan> plans(ConferenceView conference, List<SheetRow> rows) {
        var all = hotels.all(conference.id());
        var seen = new HashSet<String>();
        var plans = new LinkedHashMap<String, BlockPlan>();
        for (var row : rows) {
            var hotel = row.required("hotel", LONGEST);
            var type = row.required("room-type", LONGEST);
            var read = read(conference, row);
            if (read == null) continue;
            var night = SheetMapping.plain(hotel) + "/" + SheetMapping.plain(type) + "/" + read.date();
            if (!seen.add(night)) {
                row.refuse("date", "duplicate_night", "Another row is about this night and room type.");
                continue;
            }
            var before = Named.hotel(all, hotel).orElse(null);
            add(plans, hotel, type, before, read);
        }
        return plans.values();
    }

    private static void add(
            Map<String, BlockPlan> plans, String hotel, String type, @Nullable Hotel before, BlockRow row) {
        var key = before == null ? SheetMapping.plain(hotel) : before.key();
        var known = before == null
                ? type
                : Named.roomType(before, type).map(found -> found.key()).orElse(type);
        plans.computeIfAbsent(key, any -> new BlockPlan(hotel, before)).add(known, row);
    }

    private static @Nullable BlockRow read(ConferenceView conference, SheetRow row) {
        var date = row.date("date");
        var rooms = row.number("rooms");
        var rate = row.money("rate", conference.currency());
        var occupancy = row.text("occupancy").isEmpty() ? null : row.number("occupancy");
        if (rate == null && row.isGood()) row.refuse("rate", "required", "This is required.");
        if (!row.isGood() || date == null || rooms == null) return null;
        return new BlockRow(row, date, rooms, rate, occupancy);
    }

    private static String target(String pointer) {
        if (pointer.endsWith("/rooms")) return "rooms";
        if (pointer.contains("rate")) return "rate";
        if (pointer.contains("occupancy")) return "occupancy";
        if (pointer.contains("/nights")) return "date";
        return pointer.startsWith("/room_types") ? "room-type" : "hotel";
    }
}
