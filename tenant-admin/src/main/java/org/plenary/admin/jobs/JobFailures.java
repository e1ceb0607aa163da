package org.plenary.admin.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.sql.Timestamp;
import org.plenary.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what was wrong with a job that failed; that it works again is known from the table of jobs. */
@Component
class JobFailures extends AbstractSchedulerListener {
    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);

    private final JdbcClient jdbc;

    JobFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete execution) {
        execution.getCause().ifPresent(cause -> {
            var job = execution.getExecution();
            try {
                jdbc.sql("""
                                insert into control.job_failure (task_name, task_instance, failed_at, fault) values (?, ?, ?, ?)
                                on conflict (task_name, task_instance) do update
                                set failed_at = excluded.failed_at, fault = excluded.fault""")
                        .params(
                                job.getTaskName(),
                                job.getId(),
                                Timestamp.from(execution.getTimeDone()),
                                Fault.told(cause))
                        .update();
            } catch (RuntimeException e) {
                log.warn("the failure of job={} is not written down: {}", job.getTaskName(), e.toString());
            }
        });
    }
}
