package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the delegates of a listing, only the columns that it shows. */
@Component
class DelegateTable {
    private static final String FROM = " FROM delegate d JOIN orders o ON o.id = d.order_id ";

    private final JdbcClient jdbc;

    DelegateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A delegate.
     *
     * @param order the code of the order
     * @param values one for each column: an {@link java.time.Instant}, a text, or null; several options as a JSON list
     */
    record Row(UUID id, String order, List<@Nullable Object> values) {}

    /** @param after the last row of the page before; null for the first page */
    @Transactional(readOnly = true)
    public List<Row> rows(
            ConferenceView conference, Listing listing, Columns columns, int limit, @Nullable UUID after) {
        var bound = new Bound();
        var shown = columns.shown(listing);
        var sql = new StringBuilder("SELECT d.id, o.code");
        shown.forEach(column -> sql.append(", ").append(column.value(bound)));
        sql.append(FROM)
                .append("WHERE ")
                .append(Where.of(conference.id(), listing, columns, conference.timeZone(), bound));
        // said of the order too, so that those that came last are found without looking at all others
        sql.append(" AND o.conference_id = " + bound.name(conference.id()));
        var sorting = columns.sorting(listing).sorting(bound);
        var isDescending = listing.isDescending();
        if (after != null) {
            var beyond = isDescending ? "<" : ">";
            var from = FROM + "WHERE d.conference_id = " + bound.name(conference.id()) + " AND d.id = "
                    + bound.name(after) + ")";
            sql.append(" AND (" + sorting + ", d.id) " + beyond + " (SELECT " + sorting + ", d.id" + from);
            // which an index can answer
            sql.append(" AND " + sorting + " " + beyond + "= (SELECT " + sorting + from);
        }
        var direction = isDescending ? " DESC" : "";
        sql.append(" ORDER BY " + sorting + direction + ", d.id" + direction + " LIMIT " + bound.name(limit));
        return jdbc.sql(sql.toString())
                .params(bound.values())
                .query((row, n) -> row(row, shown))
                .list();
    }

    /** How many there are in each status, whichever the listing's own is; a status that nobody has is left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts(ConferenceView conference, Listing listing, Columns columns) {
        var bound = new Bound();
        var where = Where.of(conference.id(), listing.withStatus(""), columns, conference.timeZone(), bound);
        var counts = new LinkedHashMap<String, Long>();
        var counted = where.contains("o.")
                ? "SELECT " + DelegateColumns.STATUS + ", count(*)" + FROM
                : "SELECT " + DelegateColumns.STATUS_ALONE + ", count(*) FROM delegate d ";
        jdbc.sql(counted + "WHERE " + where + " GROUP BY 1")
                .params(bound.values())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private static Row row(ResultSet row, List<Column> shown) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < shown.size(); i++) {
            if (shown.get(i).kind() == Column.Kind.INSTANT) {
                var at = row.getTimestamp(i + 3);
                values.add(at == null ? null : at.toInstant());
            } else values.add(row.getString(i + 3));
        }
        return new Row(row.getObject(1, UUID.class), row.getString(2), values);
    }
}
