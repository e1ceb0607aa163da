package org.plenary.admin.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The jobs as they are stored. */
@Component
public class TenantJobs {
    /** Whoever has said nothing for so long is not working on it any more. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final int TRIES = 3;
    private static final int LONGEST = 500;
    private static final String COLUMNS = """
            id, tenant_id, kind, status, asked_by, asker_name, asked_at, finished_at, attempts, step, done, total, problem,
            facts""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    TenantJobs(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param id of a caller, or {@code platform} for what is done by schedule */
    public record Asker(String id, String name) {
        public static final Asker PLATFORM = new Asker("platform", "");
    }

    /**
     * Asks for a job.
     *
     * @throws Problem.Conflict {@code job_running} while there is another of this kind for the tenant
     */
    public UUID ask(TenantId tenant, TenantJob.Kind kind, Asker asker, Map<String, String> facts) {
        var id = Ids.next();
        try {
            jdbc.sql("""
                            insert into control.tenant_job
                                (id, tenant_id, kind, status, asked_by, asker_name, asked_at, attempts, step, done, total, facts)
                            values (?, ?, ?, 'WAITING', ?, ?, ?, 0, 'waiting', 0, 0, cast(? as jsonb))""")
                    .params(id, tenant.value(), kind.name(), asker.id(), asker.name(), now(), json.write(facts))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("job_running", "This is being done already.");
        }
        return id;
    }

    public Optional<TenantJob> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from control.tenant_job where id = ?")
                .param(id)
                .query(this::map)
                .optional();
    }

    /** The last one of this kind for the tenant. */
    public Optional<TenantJob> last(TenantId tenant, TenantJob.Kind kind) {
        return of(tenant, kind, 1).stream().findFirst();
    }

    /** The newest first. */
    public List<TenantJob> of(TenantId tenant, TenantJob.Kind kind, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from control.tenant_job where tenant_id = ? and kind = ? order by asked_at desc, id desc limit ?")
                .params(tenant.value(), kind.name(), limit)
                .query(this::map)
                .list();
    }

    /** @return false when there was nothing to be cancelled any more */
    public boolean cancel(UUID id) {
        return jdbc.sql("""
                        update control.tenant_job set status = 'CANCELLED', claim = null, finished_at = ?
                        where id = ? and status in ('WAITING', 'RUNNING')""").params(now(), id).update() == 1;
    }

    /** Takes one that nobody works on; those that wait longest come first. */
    Optional<TenantJob> claim(UUID claim) {
        return jdbc.sql("""
                        update control.tenant_job set status = 'RUNNING', claim = ?, seen_at = ?, attempts = attempts + 1,
                            done = 0, total = 0
                        where id = (select id from control.tenant_job
                                    where status = 'WAITING' or status = 'RUNNING' and seen_at < ?
                                    order by asked_at limit 1 for update skip locked)
                        returning\s""" + COLUMNS)
                .params(claim, now(), Timestamp.from(clock.instant().minus(SILENCE)))
                .query(this::map)
                .optional();
    }

    /** Exports that were made before this and are still there, but for those of tenants that leave. */
    public List<TenantJob> expiredExports(Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                         from control.tenant_job j
                        where kind = 'EXPORT' and status = 'DONE' and finished_at < ? and facts ->> 'expired' is null
                          and not exists (select 1 from control.tenant_deletion d
                                          where d.tenant_id = j.tenant_id and d.erased_at is null)
                          and not exists (select 1 from control.tenant_job newer
                                          where newer.tenant_id = j.tenant_id and newer.kind = 'EXPORT'
                                            and newer.asked_at > j.asked_at)
                        order by finished_at limit 50""")
                .param(Timestamp.from(before))
                .query(this::map)
                .list();
    }

    /** Keeps something about a job that is over. */
    public void remember(UUID id, String name, String value) {
        jdbc.sql("""
                        update control.tenant_job set facts = facts || jsonb_build_object(cast(? as text), cast(? as text))
                        where id = ?""").params(name, value, id).update();
    }

    boolean tell(UUID id, UUID claim, String step, int done, int total) {
        return jdbc.sql("""
                        update control.tenant_job set seen_at = ?, step = ?, done = ?, total = ?
                        where id = ? and claim = ?""").params(now(), step, done, total, id, claim).update() == 1;
    }

    boolean keep(UUID id, UUID claim, String name, String value) {
        return jdbc.sql("""
                        update control.tenant_job set facts = facts || jsonb_build_object(cast(? as text), cast(? as text))
                        where id = ? and claim = ?""").params(name, value, id, claim).update() == 1;
    }

    boolean finish(UUID id, UUID claim) {
        return jdbc.sql("""
                        update control.tenant_job set status = 'DONE', claim = null, finished_at = ?, step = 'done',
                            done = greatest(total, 1), total = greatest(total, 1)
                        where id = ? and claim = ?""").params(now(), id, claim).update() == 1;
    }

    /** @return whether it has failed for good: what fails is tried some times */
    boolean failed(UUID id, UUID claim, String problem) {
        var short_ = problem.length() > LONGEST ? problem.substring(0, LONGEST) : problem;
        return jdbc.sql("""
                        update control.tenant_job set problem = ?, claim = null,
                            status = case when attempts < ? then 'WAITING' else 'FAILED' end,
                            finished_at = case when attempts < ? then null else cast(? as timestamptz) end
                        where id = ? and claim = ? returning status = 'FAILED'""")
                .params(short_, TRIES, TRIES, now(), id, claim)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whatever is known of jobs for a tenant that is erased; who works on one stops. */
    public void forget(TenantId tenant) {
        jdbc.sql("delete from control.tenant_job where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    void forgetOlderThan(Duration age) {
        jdbc.sql("delete from control.tenant_job where finished_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private TenantJob map(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        @Nullable Instant finishedAt = finished == null ? null : finished.toInstant();
        return new TenantJob(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                TenantJob.Kind.valueOf(row.getString("kind")),
                TenantJob.Status.valueOf(row.getString("status")),
                row.getString("asked_by"),
                row.getString("asker_name"),
                row.getTimestamp("asked_at").toInstant(),
                finishedAt,
                row.getInt("attempts"),
                row.getString("step"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("problem"),
                json.read(row.getString("facts"), new TypeReference<Map<String, String>>() {}));
    }
}
