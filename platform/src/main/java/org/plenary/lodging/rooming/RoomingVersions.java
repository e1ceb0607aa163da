package org.plenary.lodging.rooming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.kernel.Languages;
import org.plenary.lodging.contact.HotelDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The numbered rooming lists that a hotel was sent: each stays as it was, so that the next one can tell what changed. */
@Component
class RoomingVersions {
    private static final TypeReference<List<HotelStay>> STAYS = new TypeReference<>() {};
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    RoomingVersions(JdbcClient jdbc, Json json, Callers callers, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param since the number of the list whose changes it tells; 0 for none */
    record Version(int number, int since, Locale locale, String madeBy, Instant madeAt) {}

    record Kept(Version version, List<HotelStay> stays) {}

    /** The newest first; without those whose guests were forgotten. */
    @Transactional(readOnly = true)
    public List<Version> newest(UUID hotel) {
        return jdbc.sql("""
                SELECT number, since, language, made_by, made_at FROM rooming_version
                WHERE hotel_id = :hotel AND stays IS NOT NULL ORDER BY number DESC LIMIT :shown""")
                .param("hotel", hotel)
                .param("shown", SHOWN)
                .query(RoomingVersions::version)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID hotel, int number) {
        return jdbc.sql("""
                SELECT number, since, language, made_by, made_at, stays FROM rooming_version
                WHERE hotel_id = :hotel AND number = :number AND stays IS NOT NULL""")
                .param("hotel", hotel)
                .param("number", number)
                .query((row, n) -> new Kept(version(row, n), json.read(row.getString("stays"), STAYS)))
                .optional();
    }

    /** Two that are made at once get two numbers. @return its number */
    @Transactional
    public int make(HotelDesk desk, List<HotelStay> stays, int since, Locale locale) {
        var made = Optional.<Integer>empty();
        var kept = json.write(stays);
        while (made.isEmpty()) made = insert(desk.hotel().id(), kept, since, locale);
        audit.record(
                "rooming-list.sent",
                desk.hotel().key(),
                Map.of(
                        "conference", desk.conference().slug(),
                        "number", made.get(),
                        "stays", stays.size()));
        return made.get();
    }

    /** Empty when somebody else took the number meanwhile. */
    private Optional<Integer> insert(UUID hotel, String stays, int since, Locale locale) {
        return jdbc.sql("""
                INSERT INTO rooming_version (hotel_id, number, since, language, stays, made_by, made_at)
                SELECT :hotel, coalesce(max(number), 0) + 1, :since, :language, CAST(:stays AS jsonb), :by, :now
                FROM rooming_version WHERE hotel_id = :hotel
                ON CONFLICT (hotel_id, number) DO NOTHING
                RETURNING number""")
                .param("hotel", hotel)
                .param("since", since)
                .param("language", locale.toLanguageTag())
                .param("stays", stays)
                .param("by", callers.current().name())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional();
    }

    /** A year after the last guest has left, nobody asks any more who slept where. */
    @Transactional
    public void forgetStaysBefore(LocalDate day) {
        jdbc.sql("""
                UPDATE rooming_version v SET stays = NULL
                WHERE stays IS NOT NULL AND made_at < :day
                  AND NOT EXISTS (SELECT 1 FROM room_booking b WHERE b.hotel_id = v.hotel_id AND b.check_out >= :day)""").param("day", day).update();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getInt("since"),
                Languages.nearest(row.getString("language")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
