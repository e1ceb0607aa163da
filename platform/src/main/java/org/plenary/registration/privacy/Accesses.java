package org.plenary.registration.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.registration.AccessLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the access log of the bound tenant. */
@Repository
class Accesses implements AccessLog {
    private final JdbcClient jdbc;
    private final Callers callers;
    private final Clock clock;

    Accesses(JdbcClient jdbc, Callers callers, Clock clock) {
        this.jdbc = jdbc;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * @param conference null for one that is no more
     * @param who the account or the API client
     * @param order the code of the order that is the subject, or the subject is in
     */
    record Access(
            UUID id,
            Instant at,
            @Nullable String conference,
            String who,
            String way,
            String what,
            @Nullable UUID subject,
            @Nullable String order,
            int people,
            String filter) {}

    /** What to show of the log; null for all. @param who part of a name */
    record Wanted(
            @Nullable UUID conference,
            @Nullable String way,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** One statement, which is a transaction of its own where the caller has none. */
    @Override
    public void record(Seen seen) {
        var caller = callers.current();
        jdbc.sql("""
                INSERT INTO access_log (id, at, conference_id, caller, caller_name, way, what, subject, people, filter)
                VALUES (:id, :now, :conference, :caller, :name, :way, :what, :subject, :people, :filter)""")
                .param("id", Ids.next())
                .param("now", Timestamp.from(clock.instant()))
                .param("conference", seen.conference())
                .param("caller", caller.id())
                .param("name", caller.name())
                .param("way", seen.way().name().toLowerCase(Locale.ROOT))
                .param("what", seen.what())
                .param("subject", seen.subject(), Types.OTHER)
                .param("people", Math.toIntExact(seen.people()))
                .param("filter", seen.filter())
                .update();
    }

    /** The newest first. @param before the id that the page before ended with */
    @Transactional(readOnly = true)
    public List<Access> list(Wanted wanted, int rows, @Nullable UUID before) {
        return jdbc.sql("""
                SELECT l.*, c.slug, coalesce(o.code, own.code) AS order_code
                FROM access_log l LEFT JOIN conference c ON c.id = l.conference_id
                LEFT JOIN orders o ON o.id = l.subject
                LEFT JOIN delegate d ON d.id = l.subject LEFT JOIN orders own ON own.id = d.order_id
                WHERE (CAST(:conference AS uuid) IS NULL OR l.conference_id = :conference)
                  AND (CAST(:way AS text) IS NULL OR l.way = :way)
                  AND (CAST(:who AS text) IS NULL OR strpos(lower(l.caller_name || ' ' || l.caller), lower(:who)) > 0)
                  AND (CAST(:from AS timestamptz) IS NULL OR l.at >= :from)
                  AND (CAST(:until AS timestamptz) IS NULL OR l.at < :until)
                  AND (CAST(:before AS uuid) IS NULL OR l.id < :before)
                ORDER BY l.id DESC LIMIT :rows""")
                .param("conference", wanted.conference(), Types.OTHER)
                .param("way", wanted.way(), Types.VARCHAR)
                .param("who", wanted.who(), Types.VARCHAR)
                .param("from", timestamp(wanted.from()), Types.TIMESTAMP)
                .param("until", timestamp(wanted.until()), Types.TIMESTAMP)
                .param("before", before, Types.OTHER)
                .param("rows", rows)
                .query(Accesses::access)
                .list();
    }

    /** Those of one order or delegate among them, the newest first. */
    @Transactional(readOnly = true)
    public List<Access> of(Collection<UUID> subjects, int most) {
        return jdbc.sql("""
                SELECT l.*, c.slug, coalesce(o.code, own.code) AS order_code
                FROM access_log l LEFT JOIN conference c ON c.id = l.conference_id
                LEFT JOIN orders o ON o.id = l.subject
                LEFT JOIN delegate d ON d.id = l.subject LEFT JOIN orders own ON own.id = d.order_id
                WHERE l.subject = ANY (:subjects) ORDER BY l.id DESC LIMIT :most""")
                .param("subjects", new SqlArrayValue("uuid", subjects.toArray()))
                .param("most", most)
                .query(Accesses::access)
                .list();
    }

    @Transactional
    public int removeBefore(Instant old) {
        return jdbc.sql("DELETE FROM access_log WHERE at < :old")
                .param("old", Timestamp.from(old))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Access access(ResultSet row, int number) throws SQLException {
        var name = row.getString("caller_name");
        return new Access(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("slug"),
                name.isEmpty() ? row.getString("caller") : name,
                row.getString("way"),
                row.getString("what"),
                row.getObject("subject", UUID.class),
                row.getString("order_code"),
                row.getInt("people"),
                row.getString("filter"));
    }
}
