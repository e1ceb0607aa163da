package org.plenary.lodging.room;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Who sleeps where: what a hotel is sent. */
@Component
public class RoomingList {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Hotels hotels;
    private final Json json;

    RoomingList(JdbcClient jdbc, Hotels hotels, Json json) {
        this.jdbc = jdbc;
        this.hotels = hotels;
        this.json = json;
    }

    /**
     * One room.
     *
     * @param status {@code pending} while its order is not paid, then {@code confirmed}
     * @param acknowledgement the hotel's own booking number; null until it has given one
     */
    public record Row(
            UUID id,
            String hotel,
            String hotelName,
            String roomType,
            String roomTypeName,
            LocalDate checkIn,
            LocalDate checkOut,
            int nights,
            List<String> guests,
            String order,
            String status,
            @Nullable String acknowledgement) {}

    /** What to list; null for all. @param hotel key or id */
    public record Filter(@Nullable String hotel, @Nullable String status) {
        /** As they stood in the address. */
        Map<String, String> parameters() {
            var parameters = new HashMap<String, String>();
            if (hotel != null) parameters.put("hotel", hotel);
            if (status != null) parameters.put("status", status);
            return parameters;
        }
    }

    @Transactional(readOnly = true)
    public List<Row> rows(UUID conference, Filter filter, int limit, @Nullable UUID after, Locale locale) {
        Map<UUID, Hotel> byId = new HashMap<>();
        hotels.all(conference).forEach(hotel -> byId.put(hotel.id(), hotel));
        var wanted = filter.hotel() == null
                ? null
                : byId.values().stream()
                        .filter(hotel -> hotel.isNamed(filter.hotel()))
                        .map(Hotel::id)
                        .findFirst()
                        .orElse(new UUID(0, 0));
        // The order's code is what the buyer quotes at the desk; it is read, never written, here.
        return jdbc.sql("""
                SELECT b.id, b.hotel_id, b.room_type_id, b.check_in, b.check_out, b.guests, b.status, b.acknowledgement, o.code
                FROM room_booking b JOIN orders o ON o.id = b.order_id
                WHERE b.conference_id = :conference AND b.status <> 'released'
                    AND (CAST(:hotel AS uuid) IS NULL OR b.hotel_id = :hotel)
                    AND (CAST(:status AS text) IS NULL OR b.status = :status)
                    AND (CAST(:after AS uuid) IS NULL OR b.id > :after)
                ORDER BY b.id LIMIT :limit""")
                .param("conference", conference)
                .param("hotel", wanted, Types.OTHER)
                .param("status", "pending".equals(filter.status()) ? "held" : filter.status())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row(row, byId, locale))
                .list();
    }

    /** @return false when there is no such booking */
    @Transactional
    public boolean acknowledge(UUID conference, UUID booking, @Nullable String acknowledgement) {
        return jdbc.sql("""
                UPDATE room_booking SET acknowledgement = :acknowledgement
                WHERE id = :id AND conference_id = :conference AND status <> 'released'""")
                        .param("acknowledgement", acknowledgement)
                        .param("id", booking)
                        .param("conference", conference)
                        .update()
                == 1;
    }

    private Row row(ResultSet row, Map<UUID, Hotel> hotels, Locale locale) throws SQLException {
        var hotel = hotels.get(row.getObject("hotel_id", UUID.class));
        if (hotel == null) throw new IllegalStateException("a booking has a hotel");
        var type = hotel.roomType(row.getString("room_type_id"));
        var checkIn = row.getObject("check_in", LocalDate.class);
        var checkOut = row.getObject("check_out", LocalDate.class);
        return new Row(
                row.getObject("id", UUID.class),
                hotel.key(),
                hotel.name().in(locale),
                type.map(RoomType::key).orElse(""),
                type.map(each -> each.name().in(locale)).orElse(""),
                checkIn,
                checkOut,
                Math.toIntExact(checkIn.until(checkOut, java.time.temporal.ChronoUnit.DAYS)),
                json.read(row.getString("guests"), NAMES),
                row.getString("code"),
                row.getString("status").equals("held") ? "pending" : "confirmed",
                row.getString("acknowledgement"));
    }
}
