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

/** The places of an order on tours. They say of nobody who they are, so there is nothing to be erased. */
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
                    t.definition -> 'starts_at', 'quantity', b.quantity, 'status', b.status) ORDER BY b.id), '[]')::text
                FROM tour_booking b JOIN tour t ON t.id = b.tour_id WHERE b.order_id = ANY (:orders)""")
                .param("orders", new SqlArrayValue("uuid", orders.toArray()))
                .query(String.class)
                .single();
        return json.read(rows, ROWS);
    }

    @Override
    public void erase(Collection<UUID> orders) {}
}
