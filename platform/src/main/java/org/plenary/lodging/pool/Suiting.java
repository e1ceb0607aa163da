package org.plenary.lodging.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who in the pool suits whom. Two share a room only when both want each other: one of them without a room, a language in common, half of
 * the longer stay together, nobody's smoke and nobody's gender against the other's wish.
 */
@Component
class Suiting {
    /** Looked at before the best of them are shown. */
    private static final int MOST = 200;

    static final int SHOWN = 5;
    private static final int MOST_REQUESTS = 50;

    /** Rooms and orders change by themselves: only who still looks is in it, with the nights of the room as they are by now. */
    static final String LIVE = """
            live AS (
                SELECT s.*, coalesce(o.added_to, o.id) AS family, o.code, coalesce(b.check_in, s.check_in) AS arrives,
                    coalesce(b.check_out, s.check_out) AS leaves, h.definition -> 'name' AS hotel, t.type -> 'name' AS room_type
                FROM room_seeker s JOIN orders o ON o.id = s.order_id
                LEFT JOIN room_booking b ON b.id = s.booking_id
                LEFT JOIN hotel h ON h.id = b.hotel_id
                LEFT JOIN LATERAL (SELECT type FROM jsonb_array_elements(h.definition -> 'room_types') AS type
                    WHERE type ->> 'id' = b.room_type_id::text) AS t ON true
                WHERE s.conference_id = :conference AND NOT s.resting AND o.status = 'confirmed'
                  AND coalesce(b.check_in, s.check_in) >= :today
                  AND NOT EXISTS (SELECT FROM room_pair p WHERE s.order_id IN (p.one_order, p.other_order) AND p.mate_id IS NULL)
                  AND CASE WHEN s.booking_id IS NULL THEN NOT EXISTS (
                        SELECT FROM orders f JOIN room_booking r ON r.order_id = f.id AND r.status = 'confirmed'
                        WHERE f.id = coalesce(o.added_to, o.id) OR f.added_to = coalesce(o.added_to, o.id))
                    AND NOT EXISTS (SELECT FROM room_mate m JOIN room_booking r ON r.id = m.booking_id AND r.status = 'confirmed'
                        WHERE m.order_id = s.order_id AND m.status = 'joined')
                    ELSE b.status = 'confirmed' AND jsonb_array_length(b.guests) < (t.type ->> 'occupancy')::int
                    AND EXISTS (SELECT FROM room_pool_hotel p WHERE p.hotel_id = b.hotel_id) END)""";

    private static final String NIGHTS = "least(l.leaves, me.leaves) - greatest(l.arrives, me.arrives)";
    private static final String SUITS = """
            l.id <> me.id AND l.family <> me.family AND (l.booking_id IS NULL OR me.booking_id IS NULL)
            AND l.languages && me.languages
            AND 2 * (%s) >= greatest(l.leaves - l.arrives, me.leaves - me.arrives)
            AND (me.smoking <> 'smokes' OR l.smoking <> 'never') AND (l.smoking <> 'smokes' OR me.smoking <> 'never')
            AND (cardinality(me.wants) = 0 OR l.gender = ANY (me.wants))
            AND (cardinality(l.wants) = 0 OR me.gender = ANY (l.wants))""".formatted(NIGHTS);

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Suiting(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    /** The best first, and few; without those between whom there is a request. */
    @Transactional(readOnly = true)
    public List<Found> proposals(ConferenceView conference, Seeker me) {
        var free = SUITS + """
                 AND NOT EXISTS (SELECT FROM room_seeker_request r
                    WHERE r.from_seeker = me.id AND r.to_seeker = l.id OR r.from_seeker = l.id AND r.to_seeker = me.id)
                ORDER BY abs(l.arrives - me.arrives) + abs(l.leaves - me.leaves), l.id LIMIT :most""";
        var found = jdbc.sql("WITH " + LIVE + " SELECT l.*, NULL::uuid AS request, " + NIGHTS
                        + " AS shared FROM live l, live me WHERE me.id = :me AND " + free)
                .param("conference", conference.id())
                .param("today", today(conference))
                .param("me", me.id())
                .param("most", MOST)
                .query(this::found)
                .list();
        var nights = Math.toIntExact(ChronoUnit.DAYS.between(me.checkIn(), me.checkOut()));
        return found.stream()
                .sorted(Comparator.comparingInt((Found each) -> -each.pointsFor(me.wishes(), nights))
                        .thenComparing(Found::seeker))
                .limit(SHOWN)
                .toList();
    }

    /** Whether two who are still there want each other, by now. */
    @Transactional(readOnly = true)
    public boolean suits(ConferenceView conference, UUID one, UUID other) {
        return jdbc.sql("WITH " + LIVE
                        + " SELECT EXISTS (SELECT FROM live l, live me WHERE me.id = :me AND l.id = :other AND " + SUITS
                        + ")")
                .param("conference", conference.id())
                .param("today", today(conference))
                .param("me", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Found> asked(ConferenceView conference, Seeker me) {
        return requests(conference, me, "r.from_seeker = me.id AND r.to_seeker = l.id");
    }

    @Transactional(readOnly = true)
    public List<Found> asking(ConferenceView conference, Seeker me) {
        return requests(conference, me, "r.to_seeker = me.id AND r.from_seeker = l.id");
    }

    private List<Found> requests(ConferenceView conference, Seeker me, String between) {
        return jdbc.sql("WITH " + LIVE + " SELECT l.*, r.id AS request, greatest(0, " + NIGHTS
                        + ") AS shared FROM live l, live me, room_seeker_request r WHERE me.id = :me AND NOT r.declined AND "
                        + between + " ORDER BY r.id LIMIT :most")
                .param("conference", conference.id())
                .param("today", today(conference))
                .param("me", me.id())
                .param("most", MOST_REQUESTS)
                .query(this::found)
                .list();
    }

    private Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                name(row.getString("hotel")),
                name(row.getString("room_type")),
                row.getObject("arrives", LocalDate.class),
                row.getObject("leaves", LocalDate.class),
                row.getInt("shared"),
                SeekerRow.wishes(row));
    }

    private @Nullable LocalizedText name(@Nullable String stored) {
        return stored == null ? null : json.read(stored, LocalizedText.class);
    }
}
