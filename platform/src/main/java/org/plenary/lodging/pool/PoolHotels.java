package org.plenary.lodging.pool;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which hotels the pool is open; a conference has one as soon as one of its hotels is in it. */
@Component
class PoolHotels {
    private final JdbcClient jdbc;
    private final Hotels hotels;
    private final AuditTrail audit;

    PoolHotels(JdbcClient jdbc, Hotels hotels, AuditTrail audit) {
        this.jdbc = jdbc;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Set<UUID> of(UUID conference) {
        return Set.copyOf(jdbc.sql("SELECT hotel_id FROM room_pool_hotel WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Whoever looked for a room-mate in a hotel that goes is out of the pool, and so is everybody with the last hotel. */
    @Transactional
    public void choose(ConferenceView conference, Collection<String> chosen) {
        var open = hotels.all(conference.id()).stream()
                .filter(hotel -> chosen.contains(hotel.key()))
                .toList();
        jdbc.sql("DELETE FROM room_pool_hotel WHERE conference_id = :conference")
                .param("conference", conference.id())
                .update();
        for (var hotel : open)
            jdbc.sql("INSERT INTO room_pool_hotel (hotel_id, conference_id) VALUES (:hotel, :conference)")
                    .param("hotel", hotel.id())
                    .param("conference", conference.id())
                    .update();
        var gone = jdbc.sql("""
                DELETE FROM room_seeker s WHERE s.conference_id = :conference AND (
                    NOT EXISTS (SELECT FROM room_pool_hotel p WHERE p.conference_id = :conference)
                    OR s.booking_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM room_booking b JOIN room_pool_hotel p ON p.hotel_id = b.hotel_id WHERE b.id = s.booking_id))""").param("conference", conference.id()).update();
        audit.record(
                "room-pool.changed",
                conference.slug(),
                Map.of("hotels", open.stream().map(Hotel::key).toList(), "left", gone));
    }
}
