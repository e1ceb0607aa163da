package org.plenary.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    /** Jobs are due by the clock of everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock clockOfJobs(Clock clock) {
        return clock::instant;
    }

    /**
     * As when a node starts: a job that would be done later than its schedule says is done when it says. And who looks for jobs that are
     * due is woken, who else sleeps until the clock is where it was. What is being done counts as alive from now on: a node that died
     * with a heartbeat of tomorrow would be waited for until then.
     */
    @Bean
    ClockSetBack timesOfJobs(
            com.github.kagkarlsson.scheduler.Clock clockOfJobs,
            ObjectProvider<Scheduler> scheduler,
            ObjectProvider<RecurringTask<?>> jobs,
            JdbcClient jdbc) {
        return () -> scheduler.ifAvailable(running -> {
            jobs.forEach(job -> job.onStartup(running, clockOfJobs));
            jdbc.sql("update control.scheduled_tasks set last_heartbeat = :now where last_heartbeat > :now")
                    .param("now", Timestamp.from(clockOfJobs.now()))
                    .update();
            running.triggerCheckForDueExecutions();
        });
    }
}
