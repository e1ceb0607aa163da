package org.plenary.lodging.room;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final InvitedGuests invited;

    Bookings(JdbcClient jdbc, Json json, ApplicationEventPublisher events, InvitedGuests invited) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.invited = invited;
    }

    private record Certain(UUID id, UUID conference, UUID line) {}

    /** @param taxLine the line over its local taxes; null for none */
    void hold(UUID order, Sellable.Quoted line, Stay stay, @Nullable UUID taxLine) {
        var price = stay.price();
        jdbc.sql("""
                INSERT INTO room_booking (id, order_id, conference_id, hotel_id, room_type_id, sub_block, check_in, check_out, guests,
                    status, currency, rate_minor, total_minor, due_minor, payment_way, breakdown, requests, tax_line)
                SELECT :id, :order, conference_id, id, :roomType, :part, :checkIn, :checkOut, CAST(:guests AS jsonb),
                    'held', :currency, :rate, :total, :due, :way, CAST(:breakdown AS jsonb), :requests, :taxLine
                FROM hotel WHERE id = :hotel""")
                .param("id", line.line())
                .param("order", order)
                .param("hotel", stay.hotel().id())
                .param("roomType", stay.roomType().id())
                .param("part", stay.subBlock() == null ? "" : stay.subBlock().key())
                .param("checkIn", stay.checkIn())
                .param("checkOut", stay.checkOut())
                .param("guests", json.write(stay.guests()))
                .param("currency", line.total().getCurrencyUnit().getCode())
                .param("rate", price.nights().getFirst().rate().getAmountMinorLong())
                .param("total", price.whole().getAmountMinorLong())
                .param("due", line.total().plus(price.taxesHere(stay.way())).getAmountMinorLong())
                .param("way", stay.way().kind().wire())
                .param("breakdown", json.write(price))
                .param("requests", stay.requests().isEmpty() ? null : stay.requests())
                .param("taxLine", taxLine, Types.OTHER)
                .update();
    }

    /** Lines over local taxes, by the line of their room. */
    Map<UUID, UUID> taxLines(UUID order) {
        var lines = new HashMap<UUID, UUID>();
        jdbc.sql(
                        "SELECT tax_line, coalesce(line_id, id) FROM room_booking WHERE order_id = :order AND tax_line IS NOT NULL")
                .param("order", order)
                .query(row -> {
                    lines.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return lines;
    }

    /** @param line over the room; @param taxLine the one over its local taxes; null for none */
    record Booked(
            UUID line,
            UUID hotel,
            LocalDate checkIn,
            @Nullable UUID taxLine) {}

    /** The rooms of an order that were not given back. */
    List<Booked> of(UUID order) {
        return jdbc.sql("""
                SELECT coalesce(line_id, id) AS line, hotel_id, check_in, tax_line FROM room_booking
                WHERE order_id = :order AND status <> 'released' ORDER BY id""")
                .param("order", order)
                .query((row, n) -> new Booked(
                        row.getObject("line", UUID.class),
                        row.getObject("hotel_id", UUID.class),
                        row.getObject("check_in", LocalDate.class),
                        row.getObject("tax_line", UUID.class)))
                .list();
    }

    void confirm(UUID order) {
        jdbc.sql("UPDATE room_booking SET status = 'confirmed' WHERE order_id = :order AND status <> 'confirmed'")
                .param("order", order)
                .update();
    }

    /** One number for a booking, whoever sleeps there: it stays when dates, room or guests change. */
    void number(UUID order) {
        jdbc.sql("""
                UPDATE room_booking b SET number = n.number
                FROM (SELECT r.id, o.code || '-' || row_number() OVER (ORDER BY r.id) AS number
                      FROM room_booking r JOIN orders o ON o.id = r.order_id WHERE r.order_id = :order) n
                WHERE n.id = b.id AND b.number IS NULL""").param("order", order).update();
    }

    /** What takes the place of a booking; its own id and number stay, and so do those who came by invitation. */
    void replace(UUID order, Moved moved) {
        var sold = moved.sold();
        if (sold != null) sell(order, moved.booking(), sold);
        var joined = moved.joined();
        var guests = invited.among(moved.booking(), moved.guests(), joined == null ? List.of() : joined);
        jdbc.sql(
                        "UPDATE room_booking SET guests = CAST(:guests AS jsonb), requests = :requests WHERE id = :id AND order_id = :order")
                .param("guests", json.write(guests))
                .param("requests", moved.requests().isEmpty() ? null : moved.requests())
                .param("id", moved.booking())
                .param("order", order)
                .update();
    }

    private void sell(UUID order, UUID booking, Moved.Sold sold) {
        jdbc.sql("""
                UPDATE room_booking SET line_id = :line, tax_line = :taxLine, room_type_id = :roomType, sub_block = :part,
                    check_in = :checkIn, check_out = :checkOut, rate_minor = :rate, total_minor = :total, due_minor = :due,
                    payment_way = :way, breakdown = CAST(:breakdown AS jsonb)
                WHERE id = :id AND order_id = :order""")
                .param("line", sold.line())
                .param("taxLine", sold.taxLine(), Types.OTHER)
                .param("roomType", sold.roomType())
                .param("part", sold.subBlock())
                .param("checkIn", sold.checkIn())
                .param("checkOut", sold.checkOut())
                .param("rate", sold.price().nights().getFirst().rate().getAmountMinorLong())
                .param("total", sold.price().whole().getAmountMinorLong())
                .param("due", sold.dueMinor())
                .param("way", sold.way())
                .param("breakdown", json.write(sold.price()))
                .param("id", booking)
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
                .filter(room -> lines.contains(room.line()))
                .toList();
        jdbc.sql(
                        "UPDATE room_booking SET status = 'released' WHERE order_id = :order AND coalesce(line_id, id) IN (:lines)")
                .param("order", order)
                .param("lines", lines)
                .update();
        tell(order, certain);
    }

    private List<Certain> certain(UUID order) {
        return jdbc.sql("""
                SELECT id, conference_id, coalesce(line_id, id) FROM room_booking
                WHERE order_id = :order AND status = 'confirmed'""")
                .param("order", order)
                .query((row, n) -> new Certain(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
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
                SELECT conference_id,
                    'night:' || room_type_id || CASE sub_block WHEN '' THEN '' ELSE '/' || sub_block END || ':' || night::date,
                    count(*)::int
                FROM room_booking, generate_series(check_in, check_out - 1, interval '1 day') AS night
                WHERE status <> 'released' GROUP BY 1, 2""")
                .query((row, n) -> new Sellable.Used(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }
}
