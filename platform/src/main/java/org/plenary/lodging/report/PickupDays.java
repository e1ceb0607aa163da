package org.plenary.lodging.report;

import java.sql.Types;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many room nights were sold on each day: what becomes the curve of a block. */
@Component
public class PickupDays {
    private final JdbcClient jdbc;

    PickupDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what is sold now for a day; a later note of the same day replaces it. */
    @Transactional
    public void note(UUID conference, LocalDate day) {
        jdbc.sql("""
                INSERT INTO pickup_day (conference_id, hotel_id, day, sold)
                SELECT h.conference_id, h.id, :day, coalesce(sum(b.check_out - b.check_in), 0)
                FROM hotel h LEFT JOIN room_booking b ON b.hotel_id = h.id AND b.status = 'confirmed'
                WHERE h.conference_id = :conference GROUP BY h.id
                ON CONFLICT (conference_id, hotel_id, day) DO UPDATE SET sold = excluded.sold""").param("conference", conference).param("day", day).update();
    }

    /** @param hotel key of one hotel; null for all of them */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Integer> of(UUID conference, @Nullable String hotel) {
        var days = new TreeMap<LocalDate, Integer>();
        jdbc.sql("""
                SELECT p.day, sum(p.sold)::int FROM pickup_day p JOIN hotel h ON h.id = p.hotel_id
                WHERE p.conference_id = :conference AND (CAST(:hotel AS text) IS NULL OR h.key = :hotel)
                GROUP BY p.day""")
                .param("conference", conference)
                .param("hotel", hotel, Types.VARCHAR)
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getInt(2));
                });
        return days;
    }
}
