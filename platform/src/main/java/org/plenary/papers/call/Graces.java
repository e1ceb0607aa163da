package org.plenary.papers.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The leaves to hand in late of the bound tenant. */
@Repository
public class Graces {
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Graces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this token lets somebody hand in a new paper now. */
    @Transactional(readOnly = true)
    public boolean letsIn(UUID conference, @Nullable String token) {
        return token != null
                && byToken(conference, token, "")
                        .filter(grace -> grace.paper() == null && grace.holds(clock.instant()))
                        .isPresent();
    }

    /** Until when this paper may be changed although the deadline has passed. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(UUID conference, int paper) {
        return jdbc.sql("""
                        select max(until) from submission_grace
                        where conference = :conference and paper = :paper and revoked_at is null and until >= :now""")
                .param("conference", conference)
                .param("paper", paper)
                .param("now", Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /**
     * Uses the token up for a new paper, to which it belongs from now on.
     *
     * @return false when it does not hold, or somebody was quicker
     */
    public boolean use(UUID conference, String token, int paper) {
        var now = clock.instant();
        var grace = byToken(conference, token, " for update").orElse(null);
        if (grace == null || grace.paper() != null || !grace.holds(now)) return false;
        jdbc.sql("update submission_grace set paper = :paper, used_at = :now where id = :id")
                .param("paper", paper)
                .param("now", Timestamp.from(now))
                .param("id", grace.id())
                .update();
        return true;
    }

    /** The newest first, at most 200. */
    List<Grace> of(UUID conference) {
        return jdbc.sql("select * from submission_grace where conference = :conference order by id desc limit :most")
                .param("conference", conference)
                .param("most", SHOWN)
                .query(Graces::read)
                .list();
    }

    void insert(Grace grace, String token) {
        jdbc.sql("""
                        insert into submission_grace (id, conference, token_hash, note, paper, until, given_by, created_at)
                        values (:id, :conference, :hash, :note, :paper, :until, :by, :now)""")
                .param("id", grace.id())
                .param("conference", grace.conference())
                .param("hash", Secrets.hash(token))
                .param("note", grace.note())
                .param("paper", grace.paper(), java.sql.Types.INTEGER)
                .param("until", Timestamp.from(grace.until()))
                .param("by", grace.by())
                .param("now", Timestamp.from(grace.createdAt()))
                .update();
    }

    boolean revoke(UUID conference, UUID id) {
        return jdbc.sql("""
                        update submission_grace set revoked_at = :now
                        where conference = :conference and id = :id and revoked_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("conference", conference)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean isPaper(UUID conference, int number) {
        return jdbc.sql("select exists (select from paper where conference = :conference and number = :number)")
                .param("conference", conference)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    private Optional<Grace> byToken(UUID conference, String token, String lock) {
        return jdbc.sql("select * from submission_grace where conference = :conference and token_hash = :hash" + lock)
                .param("conference", conference)
                .param("hash", Secrets.hash(token))
                .query(Graces::read)
                .optional();
    }

    private static Grace read(ResultSet row, int index) throws SQLException {
        return new Grace(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getString("note"),
                row.getObject("paper", Integer.class),
                row.getTimestamp("until").toInstant(),
                row.getString("given_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
