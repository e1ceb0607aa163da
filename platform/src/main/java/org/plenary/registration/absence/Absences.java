package org.plenary.registration.absence;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of absences; one that was taken back is kept and no longer shown. */
@Repository
class Absences {
    static final int MOST = 5_000;
    private static final String ROWS = """
            SELECT a.*, d.name, d.country, d.fee_key, o.code
            FROM absence a JOIN delegate d ON d.id = a.delegate_id JOIN orders o ON o.id = d.order_id
            WHERE a.withdrawn_at IS NULL AND d.status IN ('confirmed', 'pending')\s""";

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; not more than {@link #MOST}. */
    List<Absence> all(UUID conference) {
        return jdbc.sql(ROWS + "AND a.conference_id = :conference ORDER BY lower(d.name), a.id LIMIT :most")
                .param("conference", conference)
                .param("most", MOST)
                .query(Absences::row)
                .list();
    }

    Optional<Absence> find(UUID conference, UUID id) {
        return jdbc.sql(ROWS + "AND a.conference_id = :conference AND a.id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(Absences::row)
                .optional();
    }

    Optional<Absence> ofDelegate(UUID conference, UUID delegate) {
        return jdbc.sql(ROWS + "AND a.conference_id = :conference AND a.delegate_id = :delegate")
                .param("conference", conference)
                .param("delegate", delegate)
                .query(Absences::row)
                .optional();
    }

    boolean takesPart(UUID conference, UUID delegate) {
        return jdbc.sql("""
                SELECT exists (SELECT 1 FROM delegate
                    WHERE conference_id = :conference AND id = :delegate AND status IN ('confirmed', 'pending'))""")
                .param("conference", conference)
                .param("delegate", delegate)
                .query(Boolean.class)
                .single();
    }

    /** Another word of the same delegate takes the place of the one before, and is to be verified anew. */
    void write(UUID id, UUID conference, UUID delegate, Recording.Said said, @Nullable String by, Instant now) {
        jdbc.sql("""
                INSERT INTO absence (id, conference_id, delegate_id, days, reason, recorded_at, recorded_by)
                VALUES (:id, :conference, :delegate, CAST(:days AS date[]), :reason, :now, :by)
                ON CONFLICT (delegate_id) WHERE withdrawn_at IS NULL DO UPDATE SET days = excluded.days,
                    reason = excluded.reason, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                    verified_at = NULL, verified_by = NULL""")
                .param("id", id)
                .param("conference", conference)
                .param("delegate", delegate)
                .param("days", said.days().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("reason", said.reason().strip())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    void verify(UUID id, String by, Instant now) {
        jdbc.sql("UPDATE absence SET verified_at = :now, verified_by = :by WHERE id = :id AND verified_at IS NULL")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("id", id)
                .update();
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql("UPDATE absence SET withdrawn_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    private static Absence row(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("delegate_id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                row.getString("fee_key"),
                row.getString("code"),
                days(row.getArray("days")),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                instant(row, "verified_at"),
                row.getString("verified_by"));
    }

    private static List<LocalDate> days(Array days) throws SQLException {
        return Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
