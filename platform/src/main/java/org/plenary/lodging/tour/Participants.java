package org.plenary.lodging.tour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Sheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes along on a tour: what its guide is given. */
@Component
class Participants {
    private static final int ROWS_AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("order", "contact", "email", "delegates", "quantity", "status");

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The places of one order.
     *
     * @param delegates of the order, as far as they are not cancelled
     * @param status {@code pending} while the order is not paid, then {@code confirmed}
     */
    record Row(
            UUID id, String order, String contact, String email, List<String> delegates, int quantity, String status) {}

    /** Whose orders and delegates these are is read, never written, here. */
    @Transactional(readOnly = true)
    public List<Row> rows(Tour tour, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                SELECT b.id, o.code, o.contact_name, o.contact_email, b.quantity, b.status,
                    ARRAY(SELECT d.name FROM delegate d
                          WHERE d.order_id = o.id AND d.status IN ('pending', 'confirmed') ORDER BY d.position) AS names
                FROM tour_booking b JOIN orders o ON o.id = b.order_id
                WHERE b.tour_id = :tour AND b.status <> 'released' AND (CAST(:after AS uuid) IS NULL OR b.id > :after)
                ORDER BY b.id LIMIT :limit""")
                .param("tour", tour.id())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Sheet sheet(ConferenceView conference, Tour tour) {
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS);
        @Nullable UUID after = null;
        List<Row> rows;
        do {
            rows = rows(tour, ROWS_AT_ONCE, after);
            rows.forEach(row -> table.add(cells(row)));
            if (!rows.isEmpty()) after = rows.getLast().id();
        } while (rows.size() == ROWS_AT_ONCE);
        return new Sheet(conference.slug() + "-" + tour.key(), "participants", table);
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.order(),
                row.contact(),
                row.email(),
                String.join("; ", row.delegates()),
                String.valueOf(row.quantity()),
                row.status());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                Arrays.asList((String[]) row.getArray("names").getArray()),
                row.getInt("quantity"),
                row.getString("status").equals("held") ? "pending" : "confirmed");
    }
}
