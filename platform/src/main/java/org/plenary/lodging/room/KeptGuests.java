package org.plenary.lodging.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.SentMails;
import org.plenary.kernel.Json;
import org.plenary.registration.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Who sleeps in the rooms of an order, and who was asked to share them. */
@Component
class KeptGuests implements PersonalData {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final SentMails mails;

    KeptGuests(JdbcClient jdbc, Json json, SentMails mails) {
        this.jdbc = jdbc;
        this.json = json;
        this.mails = mails;
    }

    /** @param email in lower case; empty for none */
    private record Mate(String id, String email) {}

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(Collection<UUID> orders) {
        var rows =
                jdbc.sql("""
                SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.check_in), '[]')::text FROM (
                    SELECT h.definition -> 'name' AS hotel, b.check_in, b.check_out, b.guests, b.status, b.acknowledgement,
                        (SELECT coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'email', m.email, 'status', m.status,
                            'invited_at', m.invited_at) ORDER BY m.id), '[]')
                         FROM room_mate m WHERE m.booking_id = b.id) AS mates
                    FROM room_booking b JOIN hotel h ON h.id = b.hotel_id WHERE b.order_id = ANY (:orders)) AS r""").param("orders", ids(orders)).query(String.class).single();
        return json.read(rows, ROWS);
    }

    @Override
    @Transactional
    public void erase(Collection<UUID> orders) {
        var mates = jdbc.sql("""
                SELECT m.id::text, coalesce(lower(m.email), '') FROM room_mate m JOIN room_booking b ON b.id = m.booking_id
                WHERE b.order_id = ANY (:orders)""")
                .param("orders", ids(orders))
                .query((row, n) -> new Mate(row.getString(1), row.getString(2)))
                .list();
        if (!mates.isEmpty())
            mails.erase(
                    mates.stream()
                            .map(Mate::email)
                            .filter(email -> !email.isEmpty())
                            .toList(),
                    mates.stream().map(Mate::id).toList());
        jdbc.sql("""
                UPDATE room_mate SET name = '', email = NULL, secret_hashes = '{}'
                WHERE booking_id IN (SELECT id FROM room_booking WHERE order_id = ANY (:orders))""").param("orders", ids(orders)).update();
        jdbc.sql("UPDATE room_booking SET guests = '[]' WHERE order_id = ANY (:orders)")
                .param("orders", ids(orders))
                .update();
    }

    private static SqlArrayValue ids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
