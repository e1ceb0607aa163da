package org.plenary.lodging.rooming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.registration.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** What hotels were told of the people of an order, and what these asked of the hotel. */
@Component
class KeptStays implements PersonalData {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    KeptStays(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String name() {
        return "stays";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(Collection<UUID> orders) {
        var rows =
                jdbc.sql("""
                SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.check_in), '[]')::text FROM (
                    SELECT b.check_in, b.check_out, b.requests, b.stay, b.room_number, b.late, b.late_until, b.late_note,
                        (SELECT coalesce(jsonb_agg(jsonb_build_object('list', v.number, 'sent_at', v.made_at) ORDER BY v.number), '[]')
                         FROM rooming_version v WHERE v.hotel_id = b.hotel_id
                           AND v.stays @> jsonb_build_array(jsonb_build_object('id', b.id::text))) AS told
                    FROM room_booking b WHERE b.order_id = ANY (:orders)) AS r""").param("orders", ids(orders)).query(String.class).single();
        return json.read(rows, ROWS);
    }

    /** Kept lists tell of these stays without names from now on, so that what changed is still told. */
    @Override
    @Transactional
    public void erase(Collection<UUID> orders) {
        jdbc.sql("""
                UPDATE room_booking SET requests = NULL, late_note = NULL WHERE order_id = ANY (:orders)""").param("orders", ids(orders)).update();
        jdbc.sql("""
                UPDATE rooming_version v SET stays = (
                    SELECT coalesce(jsonb_agg(CASE WHEN (e ->> 'id')::uuid = ANY (:bookings)
                        THEN e || '{"guests": [], "requests": "", "late": null}'::jsonb ELSE e END ORDER BY n), '[]')
                    FROM jsonb_array_elements(v.stays) WITH ORDINALITY AS each (e, n))
                WHERE v.stays IS NOT NULL
                  AND v.hotel_id IN (SELECT hotel_id FROM room_booking WHERE order_id = ANY (:orders))""")
                .param("bookings", ids(bookings(orders)))
                .param("orders", ids(orders))
                .update();
    }

    private List<UUID> bookings(Collection<UUID> orders) {
        return jdbc.sql("SELECT id FROM room_booking WHERE order_id = ANY (:orders)")
                .param("orders", ids(orders))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static SqlArrayValue ids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
