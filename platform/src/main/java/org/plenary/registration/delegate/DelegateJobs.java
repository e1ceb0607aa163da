package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.registration.delegate.DelegateJob.Failed;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The jobs of the bound tenant. Each change is a transaction of its own unless the caller has one. */
@Component
class DelegateJobs {
    private static final TypeReference<List<Failed>> PROBLEMS = new TypeReference<>() {};
    private static final Duration FILES_ARE_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DelegateJobs(JdbcClient jdbc, Json json, Callers callers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the job and has it done soon. Files of jobs of last week go. */
    @Transactional
    public UUID start(UUID conference, String kind, int total, Object request) {
        var id = Ids.next();
        var now = clock.instant();
        dropOldFiles(conference, now);
        jdbc.sql("""
                INSERT INTO delegate_job (conference_id, id, kind, status, total, done, request, problems, started_by, started_at)
                VALUES (:conference, :id, :kind, 'running', :total, 0, CAST(:request AS jsonb), '[]', :by, :now)""")
                .param("conference", conference)
                .param("id", id)
                .param("kind", kind)
                .param("total", total)
                .param("request", json.write(request))
                .param("by", callers.current().name())
                .param("now", Timestamp.from(now))
                .update();
        events.publishEvent(new DelegateJobStarted(Tenancy.require().id(), conference, id));
        return id;
    }

    private void dropOldFiles(UUID conference, Instant now) {
        jdbc.sql("""
                UPDATE delegate_job SET result = NULL
                WHERE conference_id = :conference AND result IS NOT NULL AND started_at < :old AND status <> 'running'""")
                .param("conference", conference)
                .param("old", Timestamp.from(now.minus(FILES_ARE_KEPT)))
                .update();
    }

    /** Keeps what a job will need, until somebody begins it or a week is over. */
    @Transactional
    public UUID draft(UUID conference, String kind, int total, byte[] content) {
        var id = Ids.next();
        var now = clock.instant();
        dropOldFiles(conference, now);
        jdbc.sql("""
                INSERT INTO delegate_job (conference_id, id, kind, status, total, done, request, problems, result,
                    started_by, started_at)
                VALUES (:conference, :id, :kind, 'draft', :total, 0, '{}', '[]', :content, :by, :now)""")
                .param("conference", conference)
                .param("id", id)
                .param("kind", kind)
                .param("total", total)
                .param("content", content)
                .param("by", callers.current().name())
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /** Has a draft done soon; false when somebody has begun it already. */
    @Transactional
    public boolean begin(DelegateJob job, int total, Object request) {
        var isFirst = jdbc.sql("""
                UPDATE delegate_job SET status = 'running', total = :total, request = CAST(:request AS jsonb)
                WHERE conference_id = :conference AND id = :id AND status = 'draft'""")
                        .param("total", total)
                        .param("request", json.write(request))
                        .param("conference", job.conference())
                        .param("id", job.id())
                        .update()
                == 1;
        if (isFirst)
            events.publishEvent(new DelegateJobStarted(Tenancy.require().id(), job.conference(), job.id()));
        return isFirst;
    }

    @Transactional(readOnly = true)
    public Optional<DelegateJob> find(UUID conference, UUID id) {
        return jdbc.sql("""
                SELECT conference_id, id, kind, status, total, done, request, problems, result IS NOT NULL AS has_file,
                    started_by, started_at
                FROM delegate_job WHERE conference_id = :conference AND id = :id""")
                .param("conference", conference)
                .param("id", id)
                .query(this::job)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> file(UUID conference, UUID id) {
        return jdbc.sql("""
                SELECT result FROM delegate_job
                WHERE conference_id = :conference AND id = :id AND result IS NOT NULL""")
                .param("conference", conference)
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    @Transactional
    public void advance(DelegateJob job, int done) {
        jdbc.sql("UPDATE delegate_job SET done = :done WHERE conference_id = :conference AND id = :id")
                .param("done", done)
                .param("conference", job.conference())
                .param("id", job.id())
                .update();
    }

    @Transactional
    public void note(DelegateJob job, List<Failed> problems) {
        if (problems.isEmpty()) return;
        jdbc.sql("""
                UPDATE delegate_job SET problems = problems || CAST(:more AS jsonb)
                WHERE conference_id = :conference AND id = :id""")
                .param("more", json.write(problems))
                .param("conference", job.conference())
                .param("id", job.id())
                .update();
    }

    /**
     * Counts a part that the caller's transaction does. Whoever else does the same job waits here until it is done or undone.
     *
     * @return false when somebody else has done it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(DelegateJob job, int from, int to) {
        return jdbc.sql("""
                UPDATE delegate_job SET done = :to
                WHERE conference_id = :conference AND id = :id AND status = 'running' AND done = :from""")
                        .param("from", from)
                        .param("to", to)
                        .param("conference", job.conference())
                        .param("id", job.id())
                        .update()
                == 1;
    }

    /** A part of the work is done, and what went wrong in it is known. */
    @Transactional
    public void passed(DelegateJob job, int done, List<Failed> problems) {
        advance(job, done);
        note(job, problems);
    }

    @Transactional
    public void keep(DelegateJob job, byte[] file) {
        jdbc.sql("UPDATE delegate_job SET result = :file WHERE conference_id = :conference AND id = :id")
                .param("file", file)
                .param("conference", job.conference())
                .param("id", job.id())
                .update();
    }

    @Transactional
    public void end(DelegateJob job, String status) {
        // only what was made to be taken away is kept on
        jdbc.sql("""
                UPDATE delegate_job SET status = :status, result = CASE WHEN kind = 'export' THEN result END
                WHERE conference_id = :conference AND id = :id""")
                .param("status", status)
                .param("conference", job.conference())
                .param("id", job.id())
                .update();
    }

    private DelegateJob job(ResultSet row, int number) throws SQLException {
        return new DelegateJob(
                row.getObject("conference_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("status"),
                row.getInt("total"),
                row.getInt("done"),
                json.read(row.getString("request"), JsonNode.class),
                json.read(row.getString("problems"), PROBLEMS),
                row.getBoolean("has_file"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant());
    }
}
