package org.plenary.lodging.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violation;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;
import org.plenary.lodging.hotel.Keys;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.sheet.SheetRow;

/** What a hotel would be like with the rows of a sheet; those that are about nights it has already replace these. */
final class BlockPlan {
    private static final int OCCUPANCY = 2;

    private final String name;
    private final @Nullable Hotel before;
    private final Map<String, List<BlockRow>> byType = new LinkedHashMap<>();
    private final Map<String, BlockRow> rows = new HashMap<>();
    private final Map<String, String> typeKeys = new HashMap<>();
    private final PartRows parts;

    BlockPlan(String name, @Nullable Hotel before) {
        this.name = name;
        this.before = before;
        this.parts = new PartRows(before);
    }

    @Nullable
    Hotel before() {
        return before;
    }

    void add(String roomType, BlockRow row) {
        byType.computeIfAbsent(roomType, key -> new ArrayList<>()).add(row);
    }

    void add(PartRows.PartRow row) {
        parts.add(row);
    }

    private SheetRow first() {
        var part = parts.first();
        return byType.isEmpty() && part != null
                ? part
                : byType.values().iterator().next().getFirst().source();
    }

    /** The row that something wrong with {@link #input} is about; the first of the hotel for what is about none. */
    SheetRow rowOf(Violation wrong) {
        var pointer = wrong.pointer();
        if (pointer.startsWith("/sub_blocks")) {
            var part = parts.rowAt(pointer, wrong.details(), typeKeys);
            if (part != null) return part;
        }
        return rows.entrySet().stream()
                .filter(each -> pointer.equals(each.getKey()) || pointer.startsWith(each.getKey() + "/"))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(each -> each.getValue().source())
                .orElseGet(this::first);
    }

    HotelInput input() {
        rows.clear();
        typeKeys.clear();
        var types = new ArrayList<@Nullable RoomTypeInput>();
        var left = new LinkedHashMap<>(byType);
        if (before != null)
            for (var type : before.roomTypes()) {
                var of = left.keySet().stream()
                        .filter(text -> Named.roomType(before, text)
                                .filter(type::equals)
                                .isPresent())
                        .toList();
                var nights = new ArrayList<BlockRow>();
                of.forEach(text -> nights.addAll(left.getOrDefault(text, List.of())));
                left.keySet().removeAll(of);
                of.forEach(text -> typeKeys.put(text, type.key()));
                types.add(type(types.size(), type.key(), type.name(), type, nights));
            }
        var keys = new ArrayList<String>();
        if (before != null) before.roomTypes().forEach(type -> keys.add(type.key()));
        left.forEach((text, nights) -> {
            var named = LocalizedText.of(text);
            var key = Keys.of(named, keys, "room");
            keys.add(key);
            typeKeys.put(text, key);
            types.add(type(types.size(), key, named, null, nights));
        });
        var input = before == null
                ? new HotelInput(null, LocalizedText.of(name), LocalizedText.of(""), types, null, null)
                : HotelInput.of(before).withRoomTypes(types);
        // As many shoulder nights as the nights need: the sheet says where the block begins.
        var whole = before == null
                ? input
                : new HotelInput(input.key(), input.name(), input.address(), types, input.cutOffOn(), null);
        return parts.isEmpty() ? whole : whole.withSubBlocks(parts.input(typeKeys));
    }

    private RoomTypeInput type(
            int index, String key, LocalizedText named, @Nullable RoomType type, List<BlockRow> given) {
        var nights = new TreeMap<LocalDate, NightInput>();
        if (type != null)
            type.nights()
                    .forEach(night ->
                            nights.put(night.date(), new NightInput(night.date(), night.rooms(), night.rate())));
        var standard = type == null ? given.getFirst().rate() : type.nightlyRate();
        var byDate = new HashMap<LocalDate, BlockRow>();
        for (var row : given) {
            byDate.put(row.date(), row);
            nights.put(row.date(), new NightInput(row.date(), row.rooms(), rate(row, standard)));
        }
        var at = "/room_types/" + index;
        if (!given.isEmpty()) rows.put(at, given.getFirst());
        var n = 0;
        for (var date : nights.keySet()) {
            var row = byDate.get(date);
            if (row != null) rows.put(at + "/nights/" + n, row);
            n++;
        }
        var occupancy = given.stream()
                .map(BlockRow::occupancy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(type == null ? OCCUPANCY : type.occupancy());
        return new RoomTypeInput(key, named, occupancy, standard, new ArrayList<@Nullable NightInput>(nights.values()));
    }

    /** The standard rate says that a night has none of its own. */
    private static @Nullable Money rate(BlockRow row, @Nullable Money standard) {
        return row.rate() == null ? standard : row.rate();
    }
}
