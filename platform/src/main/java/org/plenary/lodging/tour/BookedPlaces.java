package org.plenary.lodging.tour;

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

/** The places of an order on tours, and who comes along on them. */
@Component
class BookedPlaces implements PersonalData {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    BookedPlaces(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String name() {
        return "tours";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(Collection<UUID> orders) {
        var rows = jdbc.sql("""
                SELECT coalesce(jsonb_agg(jsonb_build_object('tour', t.definition -> 'name', 'starts_at',
                    t.definition -> 'starts_at', 'quantity', b.quantity, 'kind', b.kind, 'status', b.status,
                    'guests', (SELECT coalesce(jsonb_agg(p.name ORDER BY p.number), '[]') FROM tour_place p
                               WHERE p.booking_id = b.id AND p.name <> '')) ORDER BY b.id), '[]')::text
                FROM tour_booking b JOIN tour t ON t.id = b.tour_id WHERE b.order_id = ANY (:orders)""")
                .param("orders", new SqlArrayValue("uuid", orders.toArray()))
                .query(String.class)
                .single();
        return json.read(rows, ROWS);
    }

    /** Lists that operators were given stay as long as they have others in them: only these people go out of them. */
    @Override
    @Transactional
    public void erase(Collection<UUID> orders) {
        var ids = new SqlArrayValue("uuid", orders.toArray());
        jdbc.sql("""
                UPDATE tour_list l SET places = coalesce(
                    (SELECT jsonb_agg(e) FROM jsonb_array_elements(l.places) AS e
                     WHERE e ->> 'code' NOT IN (SELECT p.code FROM tour_place p JOIN tour_booking b ON b.id = p.booking_id
                                                WHERE b.order_id = ANY (:orders))), '[]')
                WHERE l.tour_id IN (SELECT tour_id FROM tour_booking WHERE order_id = ANY (:orders))""").param("orders", ids).update();
        jdbc.sql("""
                UPDATE tour_place SET name = ''
                WHERE name <> '' AND booking_id IN (SELECT id FROM tour_booking WHERE order_id = ANY (:orders))""").param("orders", ids).update();
    }
}
