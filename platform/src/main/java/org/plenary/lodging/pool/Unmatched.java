package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organizers see of the pool: how many there are, and who has found nobody, with their nights; nothing of what they said. */
@Component
class Unmatched {
    private final JdbcClient jdbc;
    private final Json json;
    private final Suiting suiting;

    Unmatched(JdbcClient jdbc, Json json, Suiting suiting) {
        this.jdbc = jdbc;
        this.json = json;
        this.suiting = suiting;
    }

    /** @param matched who share a room with somebody from the pool by now, counted as rooms */
    record Counts(int withBed, int withoutRoom, int requests, int matched) {}

    /** @param hotel null for somebody without a room */
    record Row(
            UUID id,
            String name,
            String code,
            @Nullable LocalizedText hotel,
            @Nullable LocalizedText type,
            LocalDate checkIn,
            LocalDate checkOut) {}

    @Transactional(readOnly = true)
    public Counts counts(ConferenceView conference) {
        return jdbc.sql("WITH " + Suiting.LIVE + """
                 SELECT (SELECT count(*) FROM live WHERE booking_id IS NOT NULL)::int,
                    (SELECT count(*) FROM live WHERE booking_id IS NULL)::int,
                    (SELECT count(*) FROM room_seeker_request r JOIN live f ON f.id = r.from_seeker JOIN live t ON t.id = r.to_seeker
                     WHERE NOT r.declined)::int,
                    (SELECT count(*) FROM room_mate m JOIN room_booking b ON b.id = m.booking_id
                     WHERE b.conference_id = :conference AND m.order_id IS NOT NULL AND m.status = 'joined'
                       AND b.status = 'confirmed')::int""")
                .param("conference", conference.id())
                .param("today", suiting.today(conference))
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** @param after the last one of the page before; null for the first page */
    @Transactional(readOnly = true)
    public List<Row> page(ConferenceView conference, @Nullable UUID after, int limit) {
        var query = jdbc.sql("WITH " + Suiting.LIVE + " SELECT * FROM live"
                        + (after == null ? "" : " WHERE id > :after") + " ORDER BY id LIMIT :limit")
                .param("conference", conference.id())
                .param("today", suiting.today(conference))
                .param("limit", limit);
        if (after != null) query = query.param("after", after);
        return query.query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("code"),
                        text(row.getString("hotel")),
                        text(row.getString("room_type")),
                        row.getObject("arrives", LocalDate.class),
                        row.getObject("leaves", LocalDate.class)))
                .list();
    }

    private @Nullable LocalizedText text(@Nullable String stored) {
        return stored == null ? null : json.read(stored, LocalizedText.class);
    }
}
