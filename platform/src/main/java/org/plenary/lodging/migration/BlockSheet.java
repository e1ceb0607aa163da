package org.plenary.lodging.migration;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
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
        return List.of("hotel", "room-type", "date", "rooms", "rate", "occupancy", "sub-block", "sub-block-code");
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
                        .forEach(each -> plan.rowOf(each)
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
            var part = row.optional("sub-block", LONGEST);
            var night = String.join(
                    "/",
                    SheetMapping.plain(hotel),
                    SheetMapping.plain(type),
                    SheetMapping.plain(part),
                    read.date().toString());
            if (!seen.add(night)) {
                row.refuse("date", "duplicate_night", "Another row is about this night and room type.");
                continue;
            }
            var before = Named.hotel(all, hotel).orElse(null);
            var known = before == null
                    ? type
                    : Named.roomType(before, type).map(RoomType::key).orElse(type);
            var key = before == null ? SheetMapping.plain(hotel) : before.key();
            var plan = plans.computeIfAbsent(key, any -> new BlockPlan(hotel, before));
            if (part.isEmpty()) plan.add(known, read);
            else plan.add(new PartRows.PartRow(part, row.optional("sub-block-code", LONGEST), known, read));
        }
        return plans.values();
    }

    private static @Nullable BlockRow read(ConferenceView conference, SheetRow row) {
        var date = row.date("date");
        var rooms = row.number("rooms");
        var rate = row.money("rate", conference.currency());
        var occupancy = row.text("occupancy").isEmpty() ? null : row.number("occupancy");
        // What a room of a sub-block costs is what it costs in the block.
        if (rate == null && row.isGood() && row.text("sub-block").isEmpty())
            row.refuse("rate", "required", "This is required.");
        if (!row.isGood() || date == null || rooms == null) return null;
        return new BlockRow(row, date, rooms, rate, occupancy);
    }

    private static String target(String pointer) {
        if (pointer.equals("/sub_blocks") || pointer.endsWith("/rooms")) return "rooms";
        if (pointer.contains("/allotments")) return "date";
        if (pointer.endsWith("/code") || pointer.endsWith("/fees")) return "sub-block-code";
        if (pointer.startsWith("/sub_blocks")) return "sub-block";
        if (pointer.contains("rate")) return "rate";
        if (pointer.contains("occupancy")) return "occupancy";
        if (pointer.contains("/nights")) return "date";
        return pointer.startsWith("/room_types") ? "room-type" : "hotel";
    }
}
