package org.plenary.lodging.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.registration.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is taken of each hotel's block and each night, in three queries whatever the size. */
@Component
public class BlockPickup {
    private final JdbcClient jdbc;
    private final Hotels hotels;
    private final Stock stock;

    BlockPickup(JdbcClient jdbc, Hotels hotels, Stock stock) {
        this.jdbc = jdbc;
        this.hotels = hotels;
        this.stock = stock;
    }

    /** @param part key of a sub-block; empty for the main block */
    private record Place(String part, LocalDate night) {}

    private record Moved(int released, int returned, int held, int sold) {
        static final Moved NOTHING = new Moved(0, 0, 0, 0);

        Moved plus(Moved other) {
            return new Moved(
                    released + other.released, returned + other.returned, held + other.held, sold + other.sold);
        }

        RoomCount of(int contracted, int left) {
            return new RoomCount(contracted, released, returned, held, sold, left);
        }
    }

    /** In the order in which the hotels were made. */
    @Transactional(readOnly = true)
    public List<HotelPickup> of(UUID conference) {
        var all = hotels.all(conference);
        if (all.isEmpty()) return List.of();
        var levels = stock.levels(conference, "night:");
        var moved = moved(conference);
        return all.stream().map(hotel -> of(hotel, levels, moved)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<HotelPickup> of(UUID conference, String hotel) {
        return of(conference).stream()
                .filter(each -> each.hotel().isNamed(hotel))
                .findFirst();
    }

    private Map<UUID, Map<Place, Moved>> moved(UUID conference) {
        var moved = new HashMap<UUID, Map<Place, Moved>>();
        jdbc.sql("""
                SELECT room_type_id, sub_block, night::date, 0 AS released, 0 AS returned,
                    count(*) FILTER (WHERE status = 'held')::int AS held,
                    count(*) FILTER (WHERE status = 'confirmed')::int AS sold
                FROM room_booking, generate_series(check_in, check_out - 1, interval '1 day') AS night
                WHERE conference_id = :conference AND status <> 'released' GROUP BY 1, 2, 3
                UNION ALL
                SELECT r.room_type_id, r.sub_block, r.night,
                    coalesce(sum(r.rooms) FILTER (WHERE r.kind = 'RELEASED'), 0)::int,
                    coalesce(sum(r.rooms) FILTER (WHERE r.kind = 'RETURNED'), 0)::int, 0, 0
                FROM block_release r JOIN hotel h ON h.id = r.hotel_id
                WHERE h.conference_id = :conference AND r.taken_back_at IS NULL GROUP BY 1, 2, 3""").param("conference", conference).query(row -> {
            var type = row.getObject("room_type_id", UUID.class);
            moved.computeIfAbsent(type, key -> new HashMap<>())
                    .merge(
                            new Place(row.getString("sub_block"), row.getObject("night", LocalDate.class)),
                            new Moved(
                                    row.getInt("released"),
                                    row.getInt("returned"),
                                    row.getInt("held"),
                                    row.getInt("sold")),
                            Moved::plus);
        });
        return moved;
    }

    private static HotelPickup of(Hotel hotel, Map<String, Stock.Level> levels, Map<UUID, Map<Place, Moved>> moved) {
        var types = new ArrayList<HotelPickup.Line>();
        for (var type : hotel.roomTypes())
            types.add(new HotelPickup.Line(type.key(), type.name(), nights(hotel, type, levels, moved)));
        var parts = new ArrayList<HotelPickup.Line>();
        for (var part : hotel.subBlocks())
            parts.add(new HotelPickup.Line(part.key(), part.name(), nights(hotel, part, levels, moved)));
        return new HotelPickup(hotel, types, parts);
    }

    private static SortedMap<LocalDate, RoomCount> nights(
            Hotel hotel, RoomType type, Map<String, Stock.Level> levels, Map<UUID, Map<Place, Moved>> moved) {
        var ofType = moved.getOrDefault(type.id(), Map.<Place, Moved>of());
        var dates = new HashSet<>(type.dates());
        // A night that left the block is of interest while somebody stays in it.
        ofType.keySet().forEach(place -> dates.add(place.night()));
        var nights = new TreeMap<LocalDate, RoomCount>();
        for (var date : dates) {
            var left = left(levels.get(type.stockKey(date)));
            var all = ofType.getOrDefault(new Place("", date), Moved.NOTHING);
            for (var part : hotel.subBlocks()) {
                left += left(levels.get(part.stockKey(type.id(), date)));
                all = all.plus(ofType.getOrDefault(new Place(part.key(), date), Moved.NOTHING));
            }
            nights.put(date, all.of(type.contracted(date), left));
        }
        return HotelPickup.ofInterest(nights);
    }

    private static SortedMap<LocalDate, RoomCount> nights(
            Hotel hotel, SubBlock part, Map<String, Stock.Level> levels, Map<UUID, Map<Place, Moved>> moved) {
        var nights = new TreeMap<LocalDate, RoomCount>();
        for (var type : hotel.roomTypes()) {
            var ofType = moved.getOrDefault(type.id(), Map.<Place, Moved>of());
            var dates = new HashSet<>(type.dates());
            ofType.keySet().stream()
                    .filter(place -> place.part().equals(part.key()))
                    .forEach(place -> dates.add(place.night()));
            for (var date : dates)
                nights.merge(
                        date,
                        ofType.getOrDefault(new Place(part.key(), date), Moved.NOTHING)
                                .of(part.allotted(type.key(), date), left(levels.get(part.stockKey(type.id(), date)))),
                        RoomCount::plus);
        }
        return HotelPickup.ofInterest(nights);
    }

    private static int left(Stock.@Nullable Level level) {
        var left = level == null ? null : level.left();
        return left == null ? 0 : left;
    }
}
