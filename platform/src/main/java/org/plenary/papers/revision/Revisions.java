package org.plenary.papers.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The revisions that were asked for in the bound tenant. */
@Repository
class Revisions {
    private static final String NEWEST = """
            select v.* from paper_revision v where not exists (
                select from paper_revision l where l.paper = v.paper and l.turn > v.turn)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Revisions(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The one that counts, of each of these papers that has one. */
    List<Revision> newest(Collection<UUID> papers) {
        return jdbc.sql(NEWEST + " and v.paper = any (:papers)")
                .param("papers", new SqlArrayValue("uuid", papers.toArray()))
                .query(Revisions::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Revision> newest(UUID paper) {
        return newest(List.of(paper)).stream().findFirst();
    }

    /** All of a paper, the oldest first. */
    @Transactional(readOnly = true)
    public List<Revision> of(UUID paper) {
        return jdbc.sql("select * from paper_revision where paper = :paper order by turn")
                .param("paper", paper)
                .query(Revisions::read)
                .list();
    }

    /**
     * @param number of the paper
     * @param looks how many look at it again, and {@code done} how many of them have handed in
     */
    record Line(int number, String title, String status, Revision revision, int looks, int done) {}

    /**
     * Papers with the revision that counts, by number.
     *
     * @param standing as {@link Revision#standing}
     * @param own addresses of whoever asks, whose own papers are left out
     */
    @Transactional(readOnly = true)
    public List<Line> list(UUID conference, String standing, Set<String> own, int after, int limit) {
        return jdbc.sql("""
                        select v.*, p.number, p.title, p.status as paper_status,
                            count(r.id) as looks, count(r.id) filter (where r.standing = 'submitted') as done
                        from (%s and v.conference = :conference) v join paper p on p.id = v.paper
                            left join paper_review r on r.paper = p.id and r.standing in ('given', 'begun', 'submitted')
                                and r.given_at >= v.handed_in_at
                        where p.number > :after and p.status <> 'withdrawn' and case when v.handed_in_at is not null then 'handed-in'
                            when v.told_at is null then 'kept-back' else 'asked' end = :standing
                            and not exists (
                                select from jsonb_array_elements(p.authors) a where lower(a ->> 'email') = any (:own))
                        group by v.id, v.conference, v.paper, v.turn, v.note, v.again, v.asked_by, v.asked_at, v.told_at, v.file_before,
                            v.response, v.handed_in_at, v.version, p.id
                        order by p.number limit :limit""".formatted(NEWEST))
                .param("conference", conference)
                .param("standing", standing)
                .param("own", new SqlArrayValue("text", own.toArray()))
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Line(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("paper_status"),
                        read(row, index),
                        row.getInt("looks"),
                        row.getInt("done")))
                .list();
    }

    /** How many papers stand where. */
    record Counts(long keptBack, long asked, long handedIn) {
        public long all() {
            return keptBack + asked + handedIn;
        }

        public long of(String standing) {
            return switch (standing) {
                case "kept-back" -> keptBack;
                case "asked" -> asked;
                default -> handedIn;
            };
        }
    }

    /** As in {@link #list}. */
    @Transactional(readOnly = true)
    public Counts counts(UUID conference, Set<String> own) {
        return jdbc.sql("""
                        select count(*) filter (where v.handed_in_at is null and v.told_at is null),
                            count(*) filter (where v.handed_in_at is null and v.told_at is not null),
                            count(*) filter (where v.handed_in_at is not null)
                        from (%s and v.conference = :conference) v join paper p on p.id = v.paper
                        where p.status <> 'withdrawn' and not exists (
                                select from jsonb_array_elements(p.authors) a where lower(a ->> 'email') = any (:own))""".formatted(NEWEST))
                .param("conference", conference)
                .param("own", new SqlArrayValue("text", own.toArray()))
                .query((row, _) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Undecided papers whose authors know and have not handed anything in, by number. */
    List<UUID> waiting(UUID conference, int after, int limit) {
        return jdbc.sql("""
                        select p.id from (%s and v.conference = :conference) v join paper p on p.id = v.paper
                        where v.told_at is not null and v.handed_in_at is null and p.status = 'submitted' and p.number > :after
                        order by p.number limit :limit""".formatted(NEWEST))
                .param("conference", conference)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void insert(Collection<Revision> revisions) {
        batches.batchUpdate("""
                        insert into paper_revision (id, conference, paper, turn, note, again, asked_by, asked_at, told_at, file_before,
                            response, handed_in_at, version)
                        values (:id, :conference, :paper, :turn, :note, :again, :askedBy, :askedAt, :toldAt, :fileBefore, :response,
                            :handedInAt, :version)""", parameters(revisions));
    }

    /** @throws Problem.Stale when it is not in the version before */
    void update(Revision revision) {
        var count = batches.update("""
                        update paper_revision set note = :note, again = :again, asked_by = :askedBy, told_at = :toldAt,
                            file_before = :fileBefore, response = :response, handed_in_at = :handedInAt, version = :version
                        where id = :id and version = :version - 1""", parameters(revision));
        if (count == 0) throw new Problem.Stale();
    }

    /** Those that nobody was told of. @return of which papers */
    List<UUID> removeUntold(Collection<UUID> papers) {
        return jdbc.sql("""
                        delete from paper_revision where paper = any (:papers) and told_at is null returning paper""")
                .param("papers", new SqlArrayValue("uuid", papers.toArray()))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of undecided papers are no longer kept back. @return of which papers */
    List<UUID> tell(UUID conference, Instant now) {
        return jdbc.sql("""
                        update paper_revision v set told_at = :now, version = v.version + 1 from paper p
                        where p.id = v.paper and v.conference = :conference and v.told_at is null and p.status = 'submitted'
                        returning v.paper""")
                .param("conference", conference)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static SqlParameterSource[] parameters(Collection<Revision> revisions) {
        return revisions.stream().map(Revisions::parameters).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource parameters(Revision revision) {
        return new MapSqlParameterSource()
                .addValue("id", revision.id())
                .addValue("conference", revision.conference())
                .addValue("paper", revision.paper())
                .addValue("turn", revision.turn())
                .addValue("note", revision.note())
                .addValue("again", revision.again())
                .addValue("askedBy", revision.askedBy())
                .addValue("askedAt", Timestamp.from(revision.askedAt()))
                .addValue("toldAt", timestamp(revision.toldAt()), Types.TIMESTAMP)
                .addValue("fileBefore", revision.fileBefore(), Types.OTHER)
                .addValue("response", revision.response(), Types.VARCHAR)
                .addValue("handedInAt", timestamp(revision.handedInAt()), Types.TIMESTAMP)
                .addValue("version", revision.version());
    }

    private static Revision read(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("paper", UUID.class),
                row.getInt("turn"),
                row.getString("note"),
                row.getBoolean("again"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "told_at"),
                row.getObject("file_before", UUID.class),
                row.getString("response"),
                instant(row, "handed_in_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
