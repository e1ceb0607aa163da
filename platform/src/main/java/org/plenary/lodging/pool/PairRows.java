package org.plenary.lodging.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who of the pool agreed without a room, and what was booked since. */
@Component
class PairRows {
    /** The orders that belong together with order {@code o}, as {@code f}, with the rooms that are held or booked in them, as {@code b}. */
    private static final String ROOMS = """
            JOIN orders f ON f.id = coalesce(o.added_to, o.id) OR f.added_to = coalesce(o.added_to, o.id)
            JOIN room_booking b ON b.order_id = f.id AND b.status <> 'released'""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PairRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Pair pair) {
        jdbc.sql("""
                INSERT INTO room_pair (id, conference_id, one_order, one_name, other_order, other_name, check_in, check_out, agreed_at)
                VALUES (:id, :conference, :one, :oneName, :other, :otherName, :checkIn, :checkOut, :at)""")
                .param("id", pair.id())
                .param("conference", pair.conference())
                .param("one", pair.one().order())
                .param("oneName", pair.one().name())
                .param("other", pair.other().order())
                .param("otherName", pair.other().name())
                .param("checkIn", pair.checkIn())
                .param("checkOut", pair.checkOut())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The one that nobody has booked for yet. */
    Optional<Pair> open(UUID order) {
        return jdbc.sql("SELECT * FROM room_pair WHERE :order IN (one_order, other_order) AND mate_id IS NULL")
                .param("order", order)
                .query(PairRows::pair)
                .optional();
    }

    /** Waits for whoever else books for one of them, or steps back; with those that have a room by now. */
    List<Pair> lock(Collection<UUID> orders) {
        return jdbc.sql("""
                SELECT * FROM room_pair WHERE one_order = ANY (:orders) OR other_order = ANY (:orders)
                ORDER BY id FOR UPDATE""")
                .param("orders", new SqlArrayValue("uuid", orders.toArray()))
                .query(PairRows::pair)
                .list();
    }

    /** The orders on whose pages somebody may have agreed who has ordered this. */
    List<UUID> family(UUID order) {
        return jdbc.sql("""
                SELECT f.id FROM orders o JOIN orders f ON f.id = coalesce(o.added_to, o.id) OR f.added_to = coalesce(o.added_to, o.id)
                WHERE o.id = :order""")
                .param("order", order)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether one of the two holds a room in which the other one is named, or has booked it. */
    boolean isBooked(Pair pair, UUID by) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM orders o " + ROOMS + """
                         WHERE o.id = :order AND b.check_in < :checkOut AND b.check_out > :checkIn
                           AND jsonb_exists(b.guests, :mate))""")
                .param("order", by)
                .param("checkIn", pair.checkIn())
                .param("checkOut", pair.checkOut())
                .param("mate", pair.mateOf(by).name())
                .query(Boolean.class)
                .single();
    }

    /** Certain rooms of an order for some of their nights, the first that was booked first. */
    List<UUID> rooms(Pair pair, UUID order) {
        return jdbc.sql("""
                SELECT b.id FROM room_booking b WHERE b.order_id = :order AND b.status = 'confirmed'
                    AND b.check_in < :checkOut AND b.check_out > :checkIn ORDER BY b.id""")
                .param("order", order)
                .param("checkIn", pair.checkIn())
                .param("checkOut", pair.checkOut())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void share(UUID pair, UUID mate) {
        jdbc.sql("UPDATE room_pair SET mate_id = :mate WHERE id = :id")
                .param("mate", mate)
                .param("id", pair)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM room_pair WHERE id = :id").param("id", id).update();
    }

    int forget(LocalDate today) {
        return jdbc.sql("DELETE FROM room_pair WHERE check_in < :today")
                .param("today", today)
                .update();
    }

    private static Pair pair(ResultSet row, int n) throws SQLException {
        return new Pair(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                new Pair.Person(row.getObject("one_order", UUID.class), row.getString("one_name")),
                new Pair.Person(row.getObject("other_order", UUID.class), row.getString("other_name")),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                row.getObject("mate_id", UUID.class));
    }
}
