package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many rooms of each night are there to be sold: those contracted, less what sub-blocks keep for themselves and what went back to
 * the hotel. In the transaction of whoever holds the hotel's row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BlockStock {
    private final JdbcClient jdbc;
    private final Stock stock;

    BlockStock(JdbcClient jdbc, Stock stock) {
        this.jdbc = jdbc;
        this.stock = stock;
    }

    /** @param part key of the sub-block that the rooms came from; empty for the main block */
    record Given(UUID roomType, LocalDate night, String part, BlockRelease.Kind kind, int rooms) {}

    /** Nights that left the block keep their counter, with nothing more to sell. */
    public void define(UUID conference, @Nullable Hotel before, Hotel after) {
        var capacities = new HashMap<String, @Nullable Integer>();
        if (before != null) capacities.putAll(nothing(before));
        capacities.putAll(capacities(after, given(after)));
        stock.define(conference, capacities);
    }

    public void empty(UUID conference, Hotel hotel) {
        stock.define(conference, nothing(hotel));
    }

    private static Map<String, @Nullable Integer> nothing(Hotel hotel) {
        var nothing = new HashMap<String, @Nullable Integer>();
        capacities(hotel, List.of()).keySet().forEach(key -> nothing.put(key, 0));
        return nothing;
    }

    static Map<String, Integer> capacities(Hotel hotel, List<Given> given) {
        var capacities = new HashMap<String, Integer>();
        for (var type : hotel.roomTypes())
            for (var night : type.nights()) {
                var main = night.rooms() - gone(given, type.id(), night.date(), "");
                for (var part : hotel.subBlocks()) {
                    var allotted = part.allotted(type.key(), night.date());
                    var left = Math.max(0, allotted - gone(given, type.id(), night.date(), part.key()));
                    capacities.put(part.stockKey(type.id(), night.date()), left);
                    main -= allotted - returned(given, type.id(), night.date(), part.key());
                }
                capacities.put(type.stockKey(night.date()), Math.max(0, main));
            }
        return capacities;
    }

    private static int gone(List<Given> given, UUID type, LocalDate night, String part) {
        return given.stream()
                .filter(each -> each.roomType().equals(type)
                        && each.night().equals(night)
                        && each.part().equals(part))
                .mapToInt(Given::rooms)
                .sum();
    }

    private static int returned(List<Given> given, UUID type, LocalDate night, String part) {
        return gone(
                given.stream()
                        .filter(each -> each.kind() == BlockRelease.Kind.RETURNED)
                        .toList(),
                type,
                night,
                part);
    }

    private List<Given> given(Hotel hotel) {
        return jdbc.sql("""
                SELECT room_type_id, night, sub_block, kind, sum(rooms)::int FROM block_release
                WHERE hotel_id = :hotel AND taken_back_at IS NULL GROUP BY 1, 2, 3, 4""")
                .param("hotel", hotel.id())
                .query((row, n) -> new Given(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        BlockRelease.Kind.valueOf(row.getString(4)),
                        row.getInt(5)))
                .list();
    }
}
