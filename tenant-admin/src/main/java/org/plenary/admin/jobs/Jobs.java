package org.plenary.admin.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The platform's jobs as operators see them. */
@Component
class Jobs {
    /** One that should have begun so long ago waits for a node, or for a free thread of one. */
    private static final Duration USUAL = Duration.ofMinutes(2);

    private static final String ALL = """
            select t.task_name, t.task_instance, t.execution_time, t.last_success, t.last_failure,
                coalesce(t.consecutive_failures, 0) as failures, f.fault,
                case when coalesce(t.consecutive_failures, 0) > 0 then 'FAILING' when t.picked then 'RUNNING'
                    when t.execution_time < :late then 'LATE' else 'PLANNED' end as state
            from control.scheduled_tasks t
                left join control.job_failure f on f.task_name = t.task_name and f.task_instance = t.task_instance
            """;

    private final JdbcClient jdbc;
    /** Not there in the process that only upgrades schemas. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final AuditTrail audit;
    private final Clock clock;

    Jobs(JdbcClient jdbc, ObjectProvider<SchedulerClient> scheduler, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    enum State {
        /** The last attempt, or the last ones, did not work. */
        FAILING,
        LATE,
        RUNNING,
        PLANNED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param instance which of those of the name; recurring jobs have one alone
     * @param fault of the last failure, without anything of a person
     */
    record Job(
            String name,
            String instance,
            State state,
            Instant due,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            @Nullable String fault) {
        public boolean isRecurring() {
            return instance.equals("recurring");
        }
    }

    Map<State, Long> counts() {
        var counts = new EnumMap<State, Long>(State.class);
        jdbc.sql("select state, count(*) from (" + ALL + ") a group by state")
                .param("late", late())
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    Page<Job> page(@Nullable State state, int limit, @Nullable String after) {
        var parts = after == null ? null : after.split("~", 2);
        if (parts != null && parts.length != 2)
            throw new Problem.InvalidInput("/after", "wrong_form", "This is not where a page ended.");
        var rows = jdbc.sql("select * from (" + ALL + """
                        ) a where (cast(:state as text) is null or state = :state)
                            and (cast(:name as text) is null or (task_name, task_instance) > (:name, :instance))
                        order by task_name, task_instance limit :limit""")
                .param("late", late())
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("name", parts == null ? null : parts[0], Types.VARCHAR)
                .param("instance", parts == null ? null : parts[1], Types.VARCHAR)
                .param("limit", limit + 1)
                .query(Jobs::row)
                .list();
        return Page.of(rows, limit, row -> row.name() + "~" + row.instance());
    }

    /**
     * Lets it begin at once instead of when it is due.
     *
     * @throws Problem.Conflict {@code job_runs} while it runs
     */
    @Transactional
    public void runNow(String name, String instance) {
        try {
            scheduler.getObject().reschedule(TaskInstanceId.of(name, instance), clock.instant());
        } catch (TaskInstanceNotFoundException e) {
            throw new Problem.NotFound("The job");
        } catch (TaskInstanceCurrentlyExecutingException e) {
            throw new Problem.Conflict("job_runs", "It is running already.");
        }
        audit.record("job.run", name, Map.of("instance", instance));
    }

    private Timestamp late() {
        return Timestamp.from(clock.instant().minus(USUAL));
    }

    private static Job row(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("task_name"),
                row.getString("task_instance"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("execution_time").toInstant(),
                instant(row, "last_success"),
                instant(row, "last_failure"),
                row.getInt("failures"),
                row.getString("fault"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
