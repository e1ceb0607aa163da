package org.plenary.papers.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.papers.submission.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the files of the bound tenant's papers: of each paper's newest file. */
@Repository
class Inspections {
    private final JdbcClient jdbc;
    private final Json json;

    Inspections(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Inspection> find(UUID paper) {
        return jdbc.sql("select * from paper_inspection where paper = :paper")
                .param("paper", paper)
                .query(this::read)
                .optional();
    }

    /** Which nobody else changes until the transaction ends. */
    Optional<Inspection> locked(UUID paper) {
        return jdbc.sql("select * from paper_inspection where paper = :paper for update")
                .param("paper", paper)
                .query(this::read)
                .optional();
    }

    List<Inspection> ofConference(UUID conference) {
        return jdbc.sql("select * from paper_inspection where conference = :conference")
                .param("conference", conference)
                .query(this::read)
                .list();
    }

    /** The first try at this file for these authors. @param kept the copy of the same file, which stays */
    void begin(Paper paper, UUID file, String lookedFor, @Nullable Inspection kept, Instant now) {
        jdbc.sql("""
                        insert into paper_inspection (paper, conference, file, looked_for, standing, tries, copy, copy_problem,
                            released_by, released_at, checked_at)
                        values (:paper, :conference, :file, :lookedFor, 'checking', 1, :copy, :problem, :by, :at, :now)
                        on conflict (paper) do update set file = excluded.file, looked_for = excluded.looked_for,
                            standing = 'checking', tries = 1, facts = null, copy = excluded.copy,
                            copy_problem = excluded.copy_problem, released_by = excluded.released_by,
                            released_at = excluded.released_at, checked_at = excluded.checked_at""")
                .param("paper", paper.id())
                .param("conference", paper.conference())
                .param("file", file)
                .param("lookedFor", lookedFor)
                .param("copy", kept == null ? null : kept.copy())
                .param("problem", kept == null ? null : kept.copyProblem())
                .param("by", kept == null ? null : kept.releasedBy())
                .param("at", kept == null ? null : at(kept.releasedAt()))
                .param("now", at(now))
                .update();
    }

    void again(UUID paper, Instant now) {
        jdbc.sql(
                        "update paper_inspection set tries = tries + 1, standing = 'checking', checked_at = :now where paper = :paper")
                .param("paper", paper)
                .param("now", at(now))
                .update();
    }

    /** As if it had never been looked into; a copy and a release stay. */
    void forget(UUID paper, Instant now) {
        jdbc.sql("""
                        update paper_inspection set tries = 0, standing = 'checking', facts = null, checked_at = :now,
                            copy_problem = null where paper = :paper""").param("paper", paper).param("now", at(now)).update();
    }

    /** @param problem of the copy, heeded when one is wanted @return whether it is this that is under way still */
    boolean finish(
            UUID paper,
            UUID file,
            String lookedFor,
            FileFacts facts,
            @Nullable UUID copy,
            @Nullable String problem,
            boolean wantsCopy,
            Instant now) {
        return jdbc.sql("""
                        update paper_inspection set standing = 'done', facts = cast(:facts as jsonb),
                            copy = coalesce(:copy, copy),
                            copy_problem = case when :wantsCopy then :problem else copy_problem end, checked_at = :now
                        where paper = :paper and file = :file and looked_for = :lookedFor and standing = 'checking'""")
                        .param("paper", paper)
                        .param("file", file)
                        .param("lookedFor", lookedFor)
                        .param("facts", json.write(facts))
                        .param("copy", copy)
                        .param("problem", problem)
                        .param("wantsCopy", wantsCopy)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void release(UUID paper, String by, Instant now) {
        jdbc.sql("update paper_inspection set released_by = :by, released_at = :now where paper = :paper")
                .param("paper", paper)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    /**
     * Papers whose file nobody looked into, or began to before {@code since} and never ended, or that lack a copy.
     *
     * @param copies whether each needs one
     */
    List<UUID> missing(UUID conference, boolean copies, Instant since, int limit) {
        return jdbc.sql("""
                        select p.id from paper p left join paper_inspection i on i.paper = p.id and i.file = p.file
                        where p.conference = :conference and p.file is not null and p.status <> 'withdrawn'
                            and (i.paper is null or i.standing = 'checking' and i.checked_at < :since
                                or :copies and i.standing = 'done' and i.copy is null and i.copy_problem is null)
                        order by p.id limit :limit""")
                .param("conference", conference)
                .param("copies", copies)
                .param("since", at(since))
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private Inspection read(ResultSet row, int index) throws SQLException {
        var facts = row.getString("facts");
        var released = row.getObject("released_at", OffsetDateTime.class);
        return new Inspection(
                row.getObject("paper", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("file", UUID.class),
                row.getString("looked_for"),
                row.getString("standing").equals("done"),
                row.getInt("tries"),
                facts == null ? null : json.read(facts, FileFacts.class),
                row.getObject("copy", UUID.class),
                row.getString("copy_problem"),
                row.getString("released_by"),
                released == null ? null : released.toInstant(),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
