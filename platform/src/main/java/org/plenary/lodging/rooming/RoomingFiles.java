package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rooming lists that are drawn aside because they are long. They are kept for a week. */
@Component
class RoomingFiles {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoomingFiles(JdbcClient jdbc, Json json, Callers callers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param number of a list that was sent; null for as it is now
     * @param since as in {@link RoomingLists}
     * @param people who are in it
     */
    record Asked(@Nullable Integer number, @Nullable Integer since, String language, boolean ofHotel, long people) {}

    record File(UUID id, Asked asked, int total, int done, boolean isDrawn, String madeBy, Instant madeAt) {}

    @Transactional
    public UUID ask(HotelDesk desk, Asked asked, int total) {
        var now = clock.instant();
        jdbc.sql("DELETE FROM hotel_file WHERE hotel_id = :hotel AND made_at < :old")
                .param("hotel", desk.hotel().id())
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO hotel_file (id, hotel_id, request, total, made_by, made_at)
                VALUES (:id, :hotel, CAST(:request AS jsonb), :total, :by, :now)""")
                .param("id", id)
                .param("hotel", desk.hotel().id())
                .param("request", json.write(asked))
                .param("total", total)
                .param("by", callers.current().name())
                .param("now", Timestamp.from(now))
                .update();
        events.publishEvent(new RoomingFileAsked(
                Tenancy.require().id(), desk.conference().id(), desk.hotel().id(), id));
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<File> find(UUID hotel, UUID id) {
        return jdbc.sql("""
                SELECT id, request, total, done, content IS NOT NULL AS is_drawn, made_by, made_at FROM hotel_file
                WHERE hotel_id = :hotel AND id = :id""")
                .param("hotel", hotel)
                .param("id", id)
                .query(this::file)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> content(UUID hotel, UUID id) {
        return jdbc.sql("SELECT content FROM hotel_file WHERE hotel_id = :hotel AND id = :id AND content IS NOT NULL")
                .param("hotel", hotel)
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    @Transactional
    public void advance(UUID hotel, UUID id, int done) {
        jdbc.sql("UPDATE hotel_file SET done = :done WHERE hotel_id = :hotel AND id = :id")
                .param("done", done)
                .param("hotel", hotel)
                .param("id", id)
                .update();
    }

    @Transactional
    public void keep(UUID hotel, UUID id, byte[] content) {
        jdbc.sql("UPDATE hotel_file SET content = :content, done = total WHERE hotel_id = :hotel AND id = :id")
                .param("content", content)
                .param("hotel", hotel)
                .param("id", id)
                .update();
    }

    private File file(ResultSet row, int n) throws SQLException {
        return new File(
                row.getObject("id", UUID.class),
                json.read(row.getString("request"), Asked.class),
                row.getInt("total"),
                row.getInt("done"),
                row.getBoolean("is_drawn"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
