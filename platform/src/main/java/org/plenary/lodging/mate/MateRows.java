package org.plenary.lodging.mate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.lodging.hotel.Hotel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Room-mates and the rooms they are asked into. */
@Component
class MateRows {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String ROOM = """
            SELECT b.*, h.definition, EXISTS (SELECT FROM room_pool_hotel p WHERE p.hotel_id = b.hotel_id) AS pooled
            FROM room_booking b JOIN hotel h ON h.id = b.hotel_id""";

    private final JdbcClient jdbc;
    private final Json json;

    MateRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Room> roomsOf(UUID order) {
        return jdbc.sql(ROOM + " WHERE b.order_id = :order ORDER BY b.id")
                .param("order", order)
                .query(this::room)
                .list();
    }

    Optional<Room> room(UUID conference, UUID id) {
        return jdbc.sql(ROOM + " WHERE b.id = :id AND b.conference_id = :conference")
                .param("id", id)
                .param("conference", conference)
                .query(this::room)
                .optional();
    }

    /** Waits for whoever else changes who sleeps there, or gives it back. */
    Optional<Room> lock(UUID conference, UUID id) {
        return jdbc.sql(ROOM + " WHERE b.id = :id AND b.conference_id = :conference FOR UPDATE OF b")
                .param("id", id)
                .param("conference", conference)
                .query(this::room)
                .optional();
    }

    Optional<Room> locked(UUID id) {
        return jdbc.sql(ROOM + " WHERE b.id = :id FOR UPDATE OF b")
                .param("id", id)
                .query(this::room)
                .optional();
    }

    void guests(UUID room, List<String> guests) {
        jdbc.sql("UPDATE room_booking SET guests = CAST(:guests AS jsonb) WHERE id = :id")
                .param("guests", json.write(guests))
                .param("id", room)
                .update();
    }

    /** In the order in which they were asked. */
    List<Mate> matesOf(Collection<UUID> rooms) {
        if (rooms.isEmpty()) return List.of();
        return jdbc.sql("SELECT * FROM room_mate WHERE booking_id IN (:rooms) ORDER BY id")
                .param("rooms", rooms)
                .query(MateRows::mate)
                .list();
    }

    /** Those who joined with one of these orders of their own. */
    List<Mate> matesWith(Collection<UUID> orders) {
        if (orders.isEmpty()) return List.of();
        return jdbc.sql("SELECT * FROM room_mate WHERE order_id IN (:orders) ORDER BY booking_id, id")
                .param("orders", orders)
                .query(MateRows::mate)
                .list();
    }

    void erase(UUID id) {
        jdbc.sql("UPDATE room_mate SET name = '', email = NULL, secret_hashes = '{}' WHERE id = :id")
                .param("id", id)
                .update();
    }

    Optional<Mate> mate(UUID id) {
        return jdbc.sql("SELECT * FROM room_mate WHERE id = :id")
                .param("id", id)
                .query(MateRows::mate)
                .optional();
    }

    UUID invite(UUID room, String name, String email, Instant at) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO room_mate (id, booking_id, name, email, status, invited_at)
                VALUES (:id, :room, :name, :email, 'invited', :at)""")
                .param("id", id)
                .param("room", room)
                .param("name", name)
                .param("email", email)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Somebody who has agreed already. @param order of theirs */
    UUID join(UUID room, UUID order, String name, String email, Instant at) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO room_mate (id, booking_id, order_id, name, email, status, invited_at, answered_at)
                VALUES (:id, :room, :order, :name, :email, 'joined', :at, :at)""")
                .param("id", id)
                .param("room", room)
                .param("order", order)
                .param("name", name)
                .param("email", email)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void mark(UUID id, Mate.Status status, String name, @Nullable String email, Instant at) {
        jdbc.sql(
                        "UPDATE room_mate SET status = :status, name = :name, email = :email, answered_at = :at WHERE id = :id")
                .param("status", status.stored())
                .param("name", name)
                .param("email", email)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void addSecret(UUID id, String hash) {
        jdbc.sql("UPDATE room_mate SET secret_hashes = secret_hashes || :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void forgetAddress(UUID id) {
        jdbc.sql("UPDATE room_mate SET email = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Addresses, and the names of those who never came, of stays that ended before this day. */
    void forgetStaysBefore(LocalDate day) {
        jdbc.sql("""
                UPDATE room_mate m SET email = NULL, name = CASE WHEN m.status = 'joined' THEN m.name ELSE '' END
                FROM room_booking b
                WHERE b.id = m.booking_id AND b.check_out < :day
                  AND (m.email IS NOT NULL OR m.status <> 'joined' AND m.name <> '')""").param("day", day).update();
    }

    private Room room(ResultSet row, int n) throws SQLException {
        var hotel = json.read(row.getString("definition"), Hotel.class);
        var type = hotel.roomType(row.getString("room_type_id"))
                .orElseThrow(() -> new IllegalStateException("a room type that is booked stays"));
        return new Room(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("conference_id", UUID.class),
                hotel.name(),
                type.name(),
                type.occupancy(),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                json.read(row.getString("guests"), NAMES),
                row.getString("status").equals("confirmed"),
                row.getBoolean("pooled"));
    }

    private static Mate mate(ResultSet row, int n) throws SQLException {
        return new Mate(
                row.getObject("id", UUID.class),
                row.getObject("booking_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Mate.Status.of(row.getString("status")),
                List.of((String[]) row.getArray("secret_hashes").getArray()));
    }
}
