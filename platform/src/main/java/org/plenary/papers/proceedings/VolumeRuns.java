package org.plenary.papers.proceedings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times that volumes of the bound tenant were made. A conference has one under way at a time. */
@Repository
class VolumeRuns {
    private final JdbcClient jdbc;
    private final Clock clock;

    VolumeRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<VolumeRun> byId(UUID id) {
        return jdbc.sql("select * from proceedings_run where id = :id")
                .param("id", id)
                .query(VolumeRuns::read)
                .optional();
    }

    Optional<VolumeRun> newest(UUID conference) {
        return jdbc.sql("select * from proceedings_run where conference = :conference order by id desc limit 1")
                .param("conference", conference)
                .query(VolumeRuns::read)
                .optional();
    }

    /** The newest that has become a PDF. */
    Optional<VolumeRun> newestDone(UUID conference) {
        return jdbc.sql("""
                        select * from proceedings_run where conference = :conference and standing = 'done' order by id desc limit 1""")
                .param("conference", conference)
                .query(VolumeRuns::read)
                .optional();
    }

    /** @throws Problem.Conflict code {@code volume_running} when there is one under way */
    void insert(VolumeRun run) {
        try {
            jdbc.sql("""
                            insert into proceedings_run (id, conference, standing, done, total, started_by, started_at)
                            values (:id, :conference, 'running', 0, :total, :by, :at)""")
                    .param("id", run.id())
                    .param("conference", run.conference())
                    .param("total", run.total())
                    .param("by", run.startedBy())
                    .param("at", Timestamp.from(run.startedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("volume_running", "The volume is being made already.");
        }
    }

    void advance(UUID id, int done, int total) {
        jdbc.sql("update proceedings_run set done = :done, total = :total where id = :id and standing = 'running'")
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
    }

    /** @return whether it was still running */
    boolean finish(UUID id, UUID file, String madeOf) {
        return jdbc.sql("""
                        update proceedings_run set standing = 'done', file = :file, made_of = :made, ended_at = :now
                        where id = :id and standing = 'running'""")
                        .param("file", file)
                        .param("made", madeOf)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void fail(UUID id, String problem, @Nullable Integer paper) {
        jdbc.sql("""
                        update proceedings_run set standing = 'failed', problem = :problem, paper = :paper, ended_at = :now
                        where id = :id and standing = 'running'""")
                .param("problem", problem)
                .param("paper", paper, java.sql.Types.INTEGER)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Forgets the files of all runs but this one. @return those files */
    List<UUID> forgetOthers(UUID conference, UUID kept) {
        var files = jdbc.sql("""
                        select file from proceedings_run where conference = :conference and id <> :kept and file is not null""")
                .param("conference", conference)
                .param("kept", kept)
                .query((row, _) -> row.getObject("file", UUID.class))
                .list();
        jdbc.sql("delete from proceedings_run where conference = :conference and id <> :kept and standing <> 'running'")
                .param("conference", conference)
                .param("kept", kept)
                .update();
        return files;
    }

    private static VolumeRun read(ResultSet row, int index) throws SQLException {
        return new VolumeRun(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getString("standing"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("problem"),
                row.getObject("paper", Integer.class),
                row.getObject("file", UUID.class),
                row.getString("made_of"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant());
    }
}
