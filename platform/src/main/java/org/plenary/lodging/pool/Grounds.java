package org.plenary.lodging.pool;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.room.BookedStay;
import org.plenary.lodging.room.BookedStays;
import org.plenary.registration.BuyersOrders.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may look for a room-mate: who has a free bed, and who comes without a room. */
@Component
class Grounds {
    private final PoolHotels open;
    private final BookedStays stays;
    private final Suiting suiting;
    private final JdbcClient jdbc;

    Grounds(PoolHotels open, BookedStays stays, Suiting suiting, JdbcClient jdbc) {
        this.open = open;
        this.stays = stays;
        this.suiting = suiting;
        this.jdbc = jdbc;
    }

    /** @param beds rooms of the order in which a bed is free @param seeks whether they come, and have no room */
    record Ground(List<BookedStay> beds, boolean seeks) {
        static final Ground NONE = new Ground(List.of(), false);

        boolean isNone() {
            return beds.isEmpty() && !seeks;
        }

        Optional<BookedStay> bed(String id) {
            return beds.stream().filter(bed -> bed.id().toString().equals(id)).findFirst();
        }

        boolean has(UUID booking) {
            return bed(booking.toString()).isPresent();
        }
    }

    @Transactional(readOnly = true)
    public boolean isPoolOpen(ConferenceView conference) {
        return !open.of(conference.id()).isEmpty();
    }

    @Transactional(readOnly = true)
    public Ground of(ConferenceView conference, Opened order) {
        var hotels = open.of(conference.id());
        var today = suiting.today(conference);
        if (hotels.isEmpty() || today.isAfter(conference.endsOn())) return Ground.NONE;
        var beds = stays.of(order.id()).stream()
                .filter(stay -> stay.confirmed()
                        && hotels.contains(stay.hotel().id())
                        && !today.isAfter(stay.checkIn())
                        && stay.guests().size() < stay.roomType().occupancy())
                .toList();
        return new Ground(beds, beds.isEmpty() && comesWithoutRoom(order.id()));
    }

    private boolean comesWithoutRoom(UUID order) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM orders o WHERE o.id = :order AND o.status = 'confirmed'
                    AND EXISTS (SELECT FROM delegate d WHERE d.order_id = o.id AND d.status = 'confirmed')
                    AND NOT EXISTS (SELECT FROM orders f JOIN room_booking r ON r.order_id = f.id AND r.status <> 'released'
                        WHERE f.id = coalesce(o.added_to, o.id) OR f.added_to = coalesce(o.added_to, o.id))
                    AND NOT EXISTS (SELECT FROM room_pair p WHERE o.id IN (p.one_order, p.other_order) AND p.mate_id IS NULL)
                    AND NOT EXISTS (SELECT FROM room_mate m JOIN room_booking r ON r.id = m.booking_id AND r.status = 'confirmed'
                        WHERE m.order_id = o.id AND m.status = 'joined'))""").param("order", order).query(Boolean.class).single();
    }
}
