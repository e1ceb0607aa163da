package org.plenary.lodging.pool;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who is in the pool, and who has asked whom. */
@Component
class PoolRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    PoolRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param from who asks; @param to who is asked */
    record Request(UUID id, UUID from, UUID to, boolean declined) {}

    Optional<Seeker> ofOrder(UUID order) {
        return jdbc.sql("SELECT * FROM room_seeker WHERE order_id = :order")
                .param("order", order)
                .query((row, n) -> SeekerRow.read(row))
                .optional();
    }

    /** Waits for whoever else makes a match of one of them; always in the same order, so that nobody waits for each other. */
    List<Seeker> lock(Collection<UUID> ids) {
        return jdbc.sql("SELECT * FROM room_seeker WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query((row, n) -> SeekerRow.read(row))
                .list();
    }

    /** Takes the place of what the same order has said before. */
    void write(Seeker seeker) {
        var wishes = seeker.wishes();
        jdbc.sql("""
                INSERT INTO room_seeker (id, conference_id, order_id, booking_id, name, check_in, check_out, languages, smoking, rhythm,
                    quiet, gender, wants, about, keeps, resting, agreed_at)
                VALUES (:id, :conference, :order, :booking, :name, :checkIn, :checkOut, :languages, :smoking, :rhythm,
                    :quiet, :gender, :wants, :about, :keeps, :resting, :at)
                ON CONFLICT (order_id) DO UPDATE SET booking_id = :booking, name = :name, check_in = :checkIn, check_out = :checkOut,
                    languages = :languages, smoking = :smoking, rhythm = :rhythm, quiet = :quiet, gender = :gender, wants = :wants,
                    about = :about, keeps = :keeps, resting = :resting, agreed_at = :at""")
                .param("id", seeker.id())
                .param("conference", seeker.conference())
                .param("order", seeker.order())
                .param("booking", seeker.booking(), Types.OTHER)
                .param("name", seeker.name())
                .param("checkIn", seeker.checkIn())
                .param("checkOut", seeker.checkOut())
                .param("languages", texts(wishes.languages()))
                .param("smoking", wishes.smoking().wire())
                .param("rhythm", wishes.rhythm().wire())
                .param("quiet", wishes.quiet())
                .param("gender", wishes.gender().wire())
                .param(
                        "wants",
                        texts(wishes.wants().stream().map(Wishes.Gender::wire).toList()))
                .param("about", wishes.about())
                .param("keeps", seeker.keeps())
                .param("resting", seeker.resting())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM room_seeker WHERE id = :id").param("id", id).update();
    }

    /** Of those who keep their answers after a match; the others are deleted. What they asked is over. */
    void rest(UUID id) {
        jdbc.sql("DELETE FROM room_seeker_request WHERE from_seeker = :id OR to_seeker = :id")
                .param("id", id)
                .update();
        jdbc.sql("UPDATE room_seeker SET resting = true WHERE id = :id")
                .param("id", id)
                .update();
    }

    void wake(UUID id) {
        jdbc.sql("UPDATE room_seeker SET resting = false WHERE id = :id")
                .param("id", id)
                .update();
    }

    Optional<Request> request(UUID id) {
        return jdbc.sql("SELECT id, from_seeker, to_seeker, declined FROM room_seeker_request WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Request(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4)))
                .optional();
    }

    /** Empty when this one has asked the other before. */
    Optional<UUID> ask(UUID from, UUID to) {
        var id = Ids.next();
        var written = jdbc.sql("""
                INSERT INTO room_seeker_request (id, from_seeker, to_seeker, asked_at) VALUES (:id, :from, :to, :at)
                ON CONFLICT (from_seeker, to_seeker) DO NOTHING""")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The two are not proposed to each other again. */
    void decline(UUID request) {
        jdbc.sql("UPDATE room_seeker_request SET declined = true WHERE id = :id")
                .param("id", request)
                .update();
    }

    void withdraw(UUID request) {
        jdbc.sql("DELETE FROM room_seeker_request WHERE id = :id AND NOT declined")
                .param("id", request)
                .update();
    }

    int open(UUID from) {
        return jdbc.sql("SELECT count(*)::int FROM room_seeker_request WHERE from_seeker = :from AND NOT declined")
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /**
     * Deletes what serves nobody any more: after the day of check-in, with the order or the room, with the last bed. Answers that are
     * kept after a match stay until that day.
     */
    int forget(LocalDate today) {
        return jdbc.sql("""
                DELETE FROM room_seeker s USING orders o
                WHERE o.id = s.order_id AND (o.status <> 'confirmed' OR s.booking_id IS NULL AND s.check_in < :today
                    OR s.booking_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM room_booking b JOIN hotel h ON h.id = b.hotel_id,
                            jsonb_array_elements(h.definition -> 'room_types') AS type
                        WHERE b.id = s.booking_id AND b.status = 'confirmed' AND b.check_in >= :today
                          AND type ->> 'id' = b.room_type_id::text
                          AND (s.resting OR jsonb_array_length(b.guests) < (type ->> 'occupancy')::int))
                    OR s.booking_id IS NULL AND NOT s.resting AND EXISTS (
                        SELECT FROM orders f JOIN room_booking b ON b.order_id = f.id
                        WHERE (f.id = coalesce(o.added_to, o.id) OR f.added_to = coalesce(o.added_to, o.id))
                          AND b.status = 'confirmed'))""").param("today", today).update();
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }
}
