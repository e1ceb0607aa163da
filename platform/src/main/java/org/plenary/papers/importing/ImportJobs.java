package org.plenary.papers.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The imports of the bound tenant with the rows that are still to be written. */
@Repository
class ImportJobs {
    private static final TypeReference<List<ImportedPaper>> PAPERS = new TypeReference<>() {};
    private static final TypeReference<List<KeptRow>> ROWS = new TypeReference<>() {};
    private static final int MOST_BAD_ROWS = 500;

    private final JdbcClient jdbc;
    private final Json json;

    ImportJobs(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is kept of a violation. */
    record KeptRow(int row, List<KeptError> errors) {}

    /** @param details null in jobs of old */
    record KeptError(
            String pointer,
            String code,
            String detail,
            @Nullable Map<String, Object> details) {}

    void insert(ImportJob job, @Nullable List<ImportedPaper> papers) {
        var kept = job.badRows().stream()
                .limit(MOST_BAD_ROWS)
                .map(b -> new KeptRow(
                        b.row(),
                        b.errors().stream()
                                .map(e -> new KeptError(e.pointer(), e.code(), e.detail(), e.details()))
                                .toList()))
                .toList();
        jdbc.sql("""
                        insert into import_job (id, conference, status, total, done, problems, payload, started_by, started_at)
                        values (:id, :conference, :status, :total, :done, cast(:problems as jsonb), :payload, :startedBy, :startedAt)""")
                .param("id", job.id())
                .param("conference", job.conference())
                .param("status", job.status())
                .param("total", job.total())
                .param("done", job.done())
                .param("problems", json.write(kept))
                .param("payload", papers == null ? null : json.write(papers))
                .param("startedBy", job.startedBy())
                .param("startedAt", job.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ImportJob> find(UUID conference, UUID id) {
        return jdbc.sql("select * from import_job where conference = :conference and id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<ImportJob> byId(UUID id) {
        return jdbc.sql("select * from import_job where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<ImportJob> newest(UUID conference) {
        return jdbc.sql(
                        "select * from import_job where conference = :conference order by started_at desc, id desc limit 1")
                .param("conference", conference)
                .query(this::read)
                .optional();
    }

    /** The rows of a running import; empty once it has finished. */
    List<ImportedPaper> papers(UUID id) {
        return jdbc.sql("select payload from import_job where id = :id and payload is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(payload -> json.read(payload, PAPERS))
                .orElse(List.of());
    }

    /** Lets a checked import begin. @return false when it has begun, or is gone */
    boolean begin(UUID conference, UUID id) {
        return jdbc.sql("""
                        update import_job set status = 'running'
                        where conference = :conference and id = :id and status = 'checked'""").param("conference", conference).param("id", id).update() == 1;
    }

    /** What was checked and never begun. */
    void forgetChecked(UUID conference) {
        jdbc.sql("delete from import_job where conference = :conference and status = 'checked'")
                .param("conference", conference)
                .update();
    }

    /** Rows written so far; the job is locked until the transaction ends. */
    int lock(UUID id) {
        return jdbc.sql("select done from import_job where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void advance(UUID id, int done) {
        jdbc.sql("update import_job set done = :done where id = :id")
                .param("id", id)
                .param("done", done)
                .update();
    }

    void finish(UUID id) {
        jdbc.sql("update import_job set status = 'finished', payload = null where id = :id")
                .param("id", id)
                .update();
    }

    private ImportJob read(ResultSet row, int index) throws SQLException {
        var bad = json.read(row.getString("problems"), ROWS).stream()
                .map(k -> new CheckedImport.BadRow(
                        k.row(),
                        k.errors().stream()
                                .map(e -> new Violation(
                                        e.pointer(),
                                        e.code(),
                                        e.detail(),
                                        Objects.requireNonNullElse(e.details(), Map.of())))
                                .toList()))
                .toList();
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getString("status"),
                row.getInt("total"),
                row.getInt("done"),
                bad,
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
