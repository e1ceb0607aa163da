package org.plenary.lodging.room;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.registration.Sellable;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of rooms that orders hold or have; in the transaction of the order. */
@Component
class Bookings {
    private final JdbcClient jdbc;
    private final Json json;
    private final ApplicationEventPublisher events;

    Bookings(JdbcClient jdbc, Json json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    private record Certain(UUID id, UUID conference) {}

    void hold(UUID order, Sellable.Quoted line, Stay stay) {
        jdbc.sql("""
                INSERT INTO room_booking (id, order_id, conference_id, hotel_id, room_type_id, check_in, check_out, guests,
                    status, currency, rate_minor, total_minor)
                SELECT :id, :order, conference_id, id, :roomType, :checkIn, :checkOut, CAST(:guests AS jsonb),
                    'held', :currency, :rate, :total
                FROM hotel WHERE id = :hotel""")
                .param("id", line.line())
                .param("order", order)
                .param("hotel", stay.hotel().id())
                .param("roomType", stay.roomType().id())
                .param("checkIn", stay.checkIn())
                .param("checkOut", stay.checkOut())
                .param("guests", json.write(stay.guests()))
                .param("currency", line.total().getCurrencyUnit().getCode())
                .param("rate", line.unitPrice().getAmountMinorLong())
                .param("total", line.total().getAmountMinorLong())
                .update();
    }

    void confirm(UUID order) {
        jdbc.sql("UPDATE room_booking SET status = 'confirmed' WHERE order_id = :order AND status <> 'confirmed'")
                .param("order", order)
                .update();
    }

    void release(UUID order) {
        var certain = certain(order);
        jdbc.sql("UPDATE room_booking SET status = 'released' WHERE order_id = :order AND status <> 'released'")
                .param("order", order)
                .update();
        tell(order, certain);
    }

    void release(UUID order, Collection<UUID> lines) {
        var certain = certain(order).stream()
                .filter(room -> lines.contains(room.id()))
                .toList();
        jdbc.sql("UPDATE room_booking SET status = 'released' WHERE order_id = :order AND id IN (:lines)")
                .param("order", order)
                .param("lines", lines)
                .update();
        tell(order, certain);
    }

    private List<Certain> certain(UUID order) {
        return jdbc.sql("SELECT id, conference_id FROM room_booking WHERE order_id = :order AND status = 'confirmed'")
                .param("order", order)
                .query((row, n) -> new Certain(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private void tell(UUID order, List<Certain> rooms) {
        if (rooms.isEmpty()) return;
        events.publishEvent(new RoomsGivenBack(
                Tenancy.require().id(),
                rooms.getFirst().conference(),
                order,
                rooms.stream().map(Certain::id).toList()));
    }

    List<Sellable.Used> used() {
        return jdbc.sql("""
                SELECT conference_id, 'night:' || room_type_id || ':' || night::date, count(*)::int
                FROM room_booking, generate_series(check_in, check_out - 1, interval '1 day') AS night
                WHERE status <> 'released' GROUP BY 1, 2""")
                .query((row, n) -> new Sellable.Used(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }
}
