package org.plenary.lodging.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Keys;
import org.plenary.lodging.hotel.SubBlockInput;
import org.plenary.lodging.hotel.SubBlockInput.AllotmentInput;
import org.plenary.lodging.sheet.SheetRow;

/** The rows of a sheet that are about the sub-blocks of one hotel. */
final class PartRows {
    private final @Nullable Hotel before;
    private final List<PartRow> rows = new ArrayList<>();
    private final Map<String, PartRow> pointers = new HashMap<>();

    PartRows(@Nullable Hotel before) {
        this.before = before;
    }

    /** @param code that opens the sub-block; empty for the one it has */
    record PartRow(String part, String code, String roomType, BlockRow row) {}

    void add(PartRow row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Nullable
    SheetRow first() {
        return isEmpty() ? null : rows.getFirst().row().source();
    }

    /** The row that a pointer below {@code /sub_blocks} is about; null for none. */
    @Nullable
    SheetRow rowAt(String pointer, Map<String, Object> details, Map<String, String> typeKeys) {
        var known = pointers.get(pointer.replaceFirst("^(/sub_blocks/\\d+/allotments/\\d+)/.*", "$1"));
        if (known == null) known = pointers.get(pointer.replaceFirst("^(/sub_blocks/\\d+)/.*", "$1"));
        if (known != null) return known.row().source();
        return rows.stream()
                .filter(row ->
                        typeKeys.getOrDefault(row.roomType(), row.roomType()).equals(details.get("room_type"))
                                && row.row().date().equals(details.get("night")))
                .reduce((earlier, last) -> last)
                .map(row -> row.row().source())
                .orElse(first());
    }

    /** All sub-blocks of the hotel, with the rooms of these rows. @param typeKeys of room types, by how the sheet calls them */
    List<@Nullable SubBlockInput> input(Map<String, String> typeKeys) {
        pointers.clear();
        var byPart = new LinkedHashMap<String, List<PartRow>>();
        rows.forEach(row ->
                byPart.computeIfAbsent(row.part(), part -> new ArrayList<>()).add(row));
        var inputs = new ArrayList<@Nullable SubBlockInput>();
        var keys = new ArrayList<String>();
        if (before != null)
            for (var part : before.subBlocks()) {
                var of = byPart.keySet().stream()
                        .filter(text -> Named.subBlock(before, text)
                                .filter(part::equals)
                                .isPresent())
                        .toList();
                var given = new ArrayList<PartRow>();
                of.forEach(text -> given.addAll(byPart.getOrDefault(text, List.of())));
                byPart.keySet().removeAll(of);
                keys.add(part.key());
                inputs.add(with(inputs.size(), SubBlockInput.of(part), given, typeKeys));
            }
        byPart.forEach((text, given) -> {
            var name = LocalizedText.of(text);
            var key = Keys.of(name, keys, "part");
            keys.add(key);
            var empty = new SubBlockInput(key, name, null, null, null, null, List.of(), null);
            inputs.add(with(inputs.size(), empty, given, typeKeys));
        });
        return inputs;
    }

    private SubBlockInput with(int index, SubBlockInput part, List<PartRow> given, Map<String, String> typeKeys) {
        var allotments = new LinkedHashMap<String, @Nullable AllotmentInput>();
        var sources = new HashMap<String, PartRow>();
        if (part.allotments() != null)
            for (var each : part.allotments())
                if (each != null) allotments.put(night(each.roomType(), each.date()), each);
        var code = part.code();
        for (var each : given) {
            var type = typeKeys.getOrDefault(each.roomType(), each.roomType());
            var night = night(type, each.row().date());
            allotments.put(
                    night,
                    new AllotmentInput(type, each.row().date(), each.row().rooms()));
            sources.put(night, each);
            if (!each.code().isEmpty()) code = each.code();
        }
        var at = "/sub_blocks/" + index;
        if (!given.isEmpty()) pointers.put(at, given.getFirst());
        var n = 0;
        for (var night : allotments.keySet()) {
            var source = sources.get(night);
            if (source != null) pointers.put(at + "/allotments/" + n, source);
            n++;
        }
        return new SubBlockInput(
                part.key(),
                part.name(),
                part.fees(),
                code,
                part.cutOffOn(),
                part.atCutOff(),
                new ArrayList<>(allotments.values()),
                part.ways());
    }

    private static String night(@Nullable String type, @Nullable LocalDate date) {
        return type + "/" + date;
    }
}
