package org.plenary.lodging.pool;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** What people of an order said in the pool, and the rooms of others that they share. */
@Component
class KeptSeekers implements PersonalData {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final MovingIn movingIn;
    private final Pairing pairing;

    KeptSeekers(JdbcClient jdbc, Json json, MovingIn movingIn, Pairing pairing) {
        this.jdbc = jdbc;
        this.json = json;
        this.movingIn = movingIn;
        this.pairing = pairing;
    }

    @Override
    public String name() {
        return "room_sharing";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(Collection<UUID> orders) {
        var rows =
                jdbc.sql("""
                SELECT coalesce(jsonb_agg(r ORDER BY r ->> 'kind'), '[]')::text FROM (
                    SELECT jsonb_build_object('kind', 'pool', 'name', s.name, 'check_in', s.check_in, 'check_out', s.check_out,
                        'languages', s.languages, 'smoking', s.smoking, 'rhythm', s.rhythm, 'quiet', s.quiet, 'gender', s.gender,
                        'wants', s.wants, 'about', s.about, 'agreed_at', s.agreed_at) AS r
                    FROM room_seeker s WHERE s.order_id = ANY (:orders)
                    UNION ALL
                    SELECT jsonb_build_object('kind', 'agreed', 'name', CASE WHEN p.one_order = ANY (:orders) THEN p.one_name
                        ELSE p.other_name END, 'check_in', p.check_in, 'check_out', p.check_out, 'agreed_at', p.agreed_at)
                    FROM room_pair p WHERE p.one_order = ANY (:orders) OR p.other_order = ANY (:orders)
                    UNION ALL
                    SELECT jsonb_build_object('kind', 'shared', 'name', m.name, 'check_in', b.check_in, 'check_out', b.check_out,
                        'hotel', h.definition -> 'name', 'status', m.status)
                    FROM room_mate m JOIN room_booking b ON b.id = m.booking_id JOIN hotel h ON h.id = b.hotel_id
                    WHERE m.order_id = ANY (:orders)) AS all_of_it""").param("orders", ids(orders)).query(String.class).single();
        return json.read(rows, ROWS);
    }

    @Override
    @Transactional
    public void erase(Collection<UUID> orders) {
        jdbc.sql("DELETE FROM room_seeker WHERE order_id = ANY (:orders)")
                .param("orders", ids(orders))
                .update();
        pairing.erase(orders);
        movingIn.erase(orders);
    }

    private static SqlArrayValue ids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
