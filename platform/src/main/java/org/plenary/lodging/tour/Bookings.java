package org.plenary.lodging.tour;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.registration.Sellable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of places that orders hold or have; in the transaction of the order. */
@Component("tourBookings")
class Bookings {
    private static final int CODE_LENGTH = 12;
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Json json;

    Bookings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Each place has a code of its own from the beginning; it opens the door of the bus once the order is certain. */
    void hold(UUID id, UUID order, Places places) {
        jdbc.sql("""
                INSERT INTO tour_booking (id, order_id, conference_id, tour_id, quantity, kind, status)
                SELECT :id, :order, conference_id, id, :quantity, :kind, 'held' FROM tour WHERE id = :tour""")
                .param("id", id)
                .param("order", order)
                .param("quantity", places.quantity())
                .param("kind", places.kind().wire())
                .param("tour", places.tour().id())
                .update();
        var rows = new ArrayList<Map<String, Object>>();
        for (var name : places.names())
            rows.add(Map.of("number", rows.size() + 1, "name", name, "code", Ids.reference(CODE_LENGTH)));
        jdbc.sql("""
                INSERT INTO tour_place (booking_id, number, name, code)
                SELECT :id, number, name, code
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS place (number int, name text, code text)""").param("id", id).param("rows", json.write(rows)).update();
    }

    void mark(UUID order, String status) {
        jdbc.sql("UPDATE tour_booking SET status = :status WHERE order_id = :order AND status <> :status")
                .param("status", status)
                .param("order", order)
                .update();
    }

    void release(UUID order, Collection<UUID> lines) {
        jdbc.sql("UPDATE tour_booking SET status = 'released' WHERE order_id = :order AND id IN (:lines)")
                .param("order", order)
                .param("lines", lines)
                .update();
    }

    void drop(UUID order, Collection<UUID> lines) {
        jdbc.sql("DELETE FROM tour_booking WHERE order_id = :order AND id IN (:lines)")
                .param("order", order)
                .param("lines", lines)
                .update();
    }

    /** A line of an order. */
    record OfOrder(UUID id, UUID order) {}

    /** Some of those of a tour that are certain, in the order of their ids. */
    List<OfOrder> confirmed(UUID tour, @Nullable UUID after) {
        return some(tour, "confirmed", after);
    }

    /** As {@link #confirmed}, of those that wait for their payment. */
    List<OfOrder> held(UUID tour, @Nullable UUID after) {
        return some(tour, "held", after);
    }

    private List<OfOrder> some(UUID tour, String status, @Nullable UUID after) {
        return jdbc.sql("""
                SELECT id, order_id FROM tour_booking
                WHERE tour_id = :tour AND status = :status AND (CAST(:after AS uuid) IS NULL OR id > :after)
                ORDER BY id LIMIT :limit""")
                .param("tour", tour)
                .param("status", status)
                .param("after", after, Types.OTHER)
                .param("limit", AT_ONCE)
                .query((row, n) -> new OfOrder(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    List<Sellable.Used> used() {
        return jdbc.sql("""
                SELECT b.conference_id, 'tour:' || t.key, sum(b.quantity)::int
                FROM tour_booking b JOIN tour t ON t.id = b.tour_id
                WHERE b.status <> 'released' GROUP BY b.conference_id, t.key""")
                .query((row, n) -> new Sellable.Used(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }
}
