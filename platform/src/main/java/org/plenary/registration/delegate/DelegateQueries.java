package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Conditions;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reads delegates for staff. */
@Component
class DelegateQueries {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};
    private static final String COLUMNS = """
            SELECT d.id, d.name, d.email, d.country, d.fee_key, d.status, o.code, d.ticket_code, d.form_version,
                d.answers, d.checked_in_at,
                ARRAY(SELECT replace(take.key, 'tour:', '') || ' × ' || sum(take.value::int)
                      FROM order_line l, jsonb_each_text(l.takes) AS take
                      WHERE l.order_id = d.order_id AND l.kind = 'tour' AND l.cancelled_at IS NULL
                      GROUP BY take.key ORDER BY take.key) AS tours,
                """ + Rights.ARRAY + """
                 AS rights
            FROM delegate d JOIN orders o ON o.id = d.order_id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    DelegateQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What to list; null for all. @param query part of a name, an address, an order's code or a ticket */
    record Filter(
            @Nullable String status,
            @Nullable String fee,
            @Nullable String query) {
        /** As they stood in the address. */
        Map<String, String> parameters() {
            var parameters = new HashMap<String, String>();
            if (status != null) parameters.put("status", status);
            if (fee != null) parameters.put("fee", fee);
            if (query != null) parameters.put("q", query);
            return parameters;
        }
    }

    @Transactional(readOnly = true)
    public List<DelegateRow> list(UUID conference, Filter filter, int rows, @Nullable UUID after) {
        var wanted = new Conditions("WHERE d.conference_id = :conference")
                .with("conference", conference)
                .and("d.status = :status", "status", blankToNull(filter.status()))
                .and("d.fee_key = :fee", "fee", blankToNull(filter.fee()))
                .and("""
                        lower(d.name) LIKE :pattern OR lower(d.email) LIKE :pattern
                        OR lower(o.code) LIKE :pattern OR lower(d.ticket_code) LIKE :pattern""", "pattern", pattern(filter.query()))
                .and("d.id > :after", "after", after);
        return jdbc.sql(COLUMNS + wanted.limited("d.id", rows))
                .params(wanted.values())
                .query(this::row)
                .list();
    }

    /** In the order of the ids given; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<DelegateRow> byIds(UUID conference, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var found = new HashMap<UUID, DelegateRow>();
        jdbc.sql(COLUMNS + "WHERE d.conference_id = :conference AND d.id IN (:ids)")
                .param("conference", conference)
                .param("ids", ids)
                .query(this::row)
                .list()
                .forEach(row -> found.put(row.id(), row));
        var rows = new ArrayList<DelegateRow>();
        for (var id : ids) {
            var row = found.get(id);
            if (row != null) rows.add(row);
        }
        return rows;
    }

    private DelegateRow row(ResultSet row, int number) throws SQLException {
        var checkedIn = row.getTimestamp(11);
        return new DelegateRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                json.read(row.getString(10), ANSWERS),
                texts(row.getArray(12)),
                texts(row.getArray(13)),
                checkedIn == null ? null : checkedIn.toInstant());
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String pattern(@Nullable String query) {
        if (query == null || query.isBlank()) return null;
        var text = query.strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
