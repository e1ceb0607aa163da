package org.plenary.papers.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.matching.MatchRun.Standing;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The runs of the bound tenant. A conference has one at a time. */
@Repository
class MatchRuns {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    MatchRuns(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<MatchRun> byId(UUID id) {
        return jdbc.sql("select * from paper_match_run where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<MatchRun> newest(UUID conference) {
        return jdbc.sql("select * from paper_match_run where conference = :conference order by id desc limit 1")
                .param("conference", conference)
                .query(this::read)
                .optional();
    }

    /** @throws Problem.Conflict code {@code match_running} when there is one under way */
    void insert(MatchRun run) {
        try {
            jdbc.sql("""
                            insert into paper_match_run (id, conference, standing, stage, percent, settings, started_by, started_at)
                            values (:id, :conference, 'running', :stage, 0, cast(:settings as jsonb), :by, :at)""")
                    .param("id", run.id())
                    .param("conference", run.conference())
                    .param("stage", run.stage())
                    .param("settings", json.write(run.settings()))
                    .param("by", run.startedBy())
                    .param("at", Timestamp.from(run.startedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("match_running", "This is being worked out already.");
        }
    }

    /** Seen by others at once. @return whether it is to go on */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean advance(UUID id, String stage, int percent) {
        return jdbc.sql(
                                "update paper_match_run set stage = :stage, percent = :percent where id = :id and standing = 'running'")
                        .param("stage", stage)
                        .param("percent", percent)
                        .param("id", id)
                        .update()
                == 1;
    }

    void cancel(UUID conference) {
        jdbc.sql("""
                        update paper_match_run set standing = 'cancelling' where conference = :conference and standing = 'running'""").param("conference", conference).update();
    }

    /** @return whether it was still running */
    boolean finish(UUID id, MatchRun.Summary summary) {
        return jdbc.sql("""
                        update paper_match_run set standing = 'done', percent = 100, summary = cast(:summary as jsonb), ended_at = :now
                        where id = :id and standing = 'running'""")
                        .param("summary", json.write(summary))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void stop(UUID id) {
        jdbc.sql("""
                        update paper_match_run set standing = 'cancelled', ended_at = :now
                        where id = :id and standing in ('running', 'cancelling')""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private MatchRun read(ResultSet row, int index) throws SQLException {
        var summary = row.getString("summary");
        var ended = row.getTimestamp("ended_at");
        return new MatchRun(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                Standing.of(row.getString("standing")),
                row.getString("stage"),
                row.getInt("percent"),
                json.read(row.getString("settings"), MatchSettings.class),
                summary == null ? null : json.read(summary, MatchRun.Summary.class),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
