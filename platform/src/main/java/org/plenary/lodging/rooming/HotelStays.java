package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The certain stays of a hotel: a room that is held and not paid is no business of the hotel yet. */
@Component
class HotelStays {
    private static final String STAYS = """
            SELECT b.*, o.code FROM room_booking b JOIN orders o ON o.id = b.order_id
            WHERE b.hotel_id = :hotel AND b.status = 'confirmed' AND\s""";
    private static final String SORTED = " ORDER BY b.check_in, lower(b.guests ->> 0), b.id";

    private final JdbcClient jdbc;
    private final Json json;

    HotelStays(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of them; a hotel's block bounds how many. */
    @Transactional(readOnly = true)
    public List<HotelStay> all(Hotel hotel) {
        return jdbc.sql(STAYS + "true" + SORTED)
                .param("hotel", hotel.id())
                .query((row, n) -> stay(hotel, row))
                .list();
    }

    /** One more than asked for tells that there are more. @param page the first is 0 */
    @Transactional(readOnly = true)
    public List<HotelStay> page(Hotel hotel, int limit, int page) {
        return jdbc.sql(STAYS + "true" + SORTED + " LIMIT :limit OFFSET :offset")
                .param("hotel", hotel.id())
                .param("limit", limit + 1)
                .param("offset", (long) page * limit)
                .query((row, n) -> stay(hotel, row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<HotelStay> page(Hotel hotel, LocalDate day, DayList list, int limit, int page) {
        return jdbc.sql(STAYS + "(" + list.condition() + ") ORDER BY lower(b.guests ->> 0), b.id"
                        + " LIMIT :limit OFFSET :offset")
                .param("hotel", hotel.id())
                .param("day", day)
                .param("limit", limit + 1)
                .param("offset", (long) page * limit)
                .query((row, n) -> stay(hotel, row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<HotelStay> find(Hotel hotel, UUID id) {
        return jdbc.sql(STAYS + "b.id = :id")
                .param("hotel", hotel.id())
                .param("id", id)
                .query((row, n) -> stay(hotel, row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Map<DayList, Integer> counts(Hotel hotel, LocalDate day) {
        var columns = Arrays.stream(DayList.values())
                .map(list -> "count(*) FILTER (WHERE " + list.condition() + ")")
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + columns
                        + " FROM room_booking b WHERE b.hotel_id = :hotel AND b.status = 'confirmed'")
                .param("hotel", hotel.id())
                .param("day", day)
                .query((row, n) -> {
                    var counts = new EnumMap<DayList, Integer>(DayList.class);
                    for (var list : DayList.values()) counts.put(list, row.getInt(list.ordinal() + 1));
                    return counts;
                })
                .single();
    }

    /** From the first arrival to the last departure; empty when nobody stays there. */
    record Span(LocalDate first, LocalDate last, int stays) {}

    @Transactional(readOnly = true)
    public Optional<Span> span(Hotel hotel) {
        return jdbc.sql("""
                SELECT min(check_in) AS first, max(check_out) AS last, count(*)::int AS stays FROM room_booking
                WHERE hotel_id = :hotel AND status = 'confirmed' HAVING count(*) > 0""")
                .param("hotel", hotel.id())
                .query((row, n) -> new Span(
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getInt("stays")))
                .optional();
    }

    /** How many rooms wait for their payment: they are in no list until it has come. */
    @Transactional(readOnly = true)
    public int pending(Hotel hotel) {
        return jdbc.sql("SELECT count(*)::int FROM room_booking WHERE hotel_id = :hotel AND status = 'held'")
                .param("hotel", hotel.id())
                .query(Integer.class)
                .single();
    }

    private HotelStay stay(Hotel hotel, ResultSet row) throws SQLException {
        return StayRows.stay(hotel, row, json);
    }
}
