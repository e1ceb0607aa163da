package org.plenary.lodging.stay;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.RoomType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Rooms of people of whom nobody is registered: bought alone, or kept when the registration was cancelled. */
@Component
class UnregisteredGuests {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT b.id, b.order_id, coalesce(b.line_id, b.id) AS line, b.number, b.room_type_id, b.check_in, b.check_out, b.guests,
                o.code, o.contact_name, o.contact_email, h.definition
            FROM room_booking b JOIN orders o ON o.id = b.order_id JOIN hotel h ON h.id = b.hotel_id
            WHERE b.conference_id = :conference AND b.status = 'confirmed' AND NOT EXISTS (
                SELECT FROM orders mine JOIN delegate d ON d.order_id = mine.id
                WHERE coalesce(mine.added_to, mine.id) = coalesce(o.added_to, o.id) AND d.status IN ('confirmed', 'pending'))""";

    private final JdbcClient jdbc;
    private final Json json;

    UnregisteredGuests(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param code of the order; @param line of it that the room is sold by */
    record Guest(
            UUID id,
            UUID order,
            UUID line,
            @Nullable String number,
            String code,
            String buyer,
            String email,
            String hotel,
            String roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            List<String> guests) {}

    /** @param after the last one of the page before; null for the first page */
    @Transactional(readOnly = true)
    public List<Guest> page(UUID conference, @Nullable UUID after, int limit, Locale locale) {
        var select = after == null ? SELECT : SELECT + " AND b.id > :after";
        var query = jdbc.sql(select + " ORDER BY b.id LIMIT :limit")
                .param("conference", conference)
                .param("limit", limit);
        if (after != null) query = query.param("after", after);
        return query.query((row, n) -> guest(row, locale)).list();
    }

    /** Empty also when somebody is registered by now. */
    @Transactional(readOnly = true)
    public Optional<Guest> find(UUID conference, UUID booking, Locale locale) {
        return jdbc.sql(SELECT + " AND b.id = :id")
                .param("conference", conference)
                .param("id", booking)
                .query((row, n) -> guest(row, locale))
                .optional();
    }

    private Guest guest(java.sql.ResultSet row, Locale locale) throws java.sql.SQLException {
        var hotel = json.read(row.getString("definition"), Hotel.class);
        return new Guest(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("number"),
                row.getString("code"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                hotel.name().in(locale),
                hotel.roomType(row.getString("room_type_id"))
                        .map(RoomType::name)
                        .map(name -> name.in(locale))
                        .orElse(""),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                json.read(row.getString("guests"), NAMES));
    }
}
