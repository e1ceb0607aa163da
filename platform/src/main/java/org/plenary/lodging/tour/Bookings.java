package org.plenary.lodging.tour;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plenary.registration.Sellable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of places that orders hold or have; in the transaction of the order. */
@Component("tourBookings")
class Bookings {
    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(UUID id, UUID order, Places places) {
        jdbc.sql("""
                INSERT INTO tour_booking (id, order_id, conference_id, tour_id, quantity, status)
                SELECT :id, :order, conference_id, id, :quantity, 'held' FROM tour WHERE id = :tour""")
                .param("id", id)
                .param("order", order)
                .param("quantity", places.quantity())
                .param("tour", places.tour().id())
                .update();
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

    List<Sellable.Used> used() {
        return jdbc.sql("""
                SELECT b.conference_id, 'tour:' || t.key, sum(b.quantity)::int
                FROM tour_booking b JOIN tour t ON t.id = b.tour_id
                WHERE b.status <> 'released' GROUP BY b.conference_id, t.key""")
                .query((row, n) -> new Sellable.Used(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }
}
