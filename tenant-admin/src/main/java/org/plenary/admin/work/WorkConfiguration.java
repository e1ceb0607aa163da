package org.plenary.admin.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkConfiguration.Settings.class)
class WorkConfiguration {
    /**
     * @param checkEvery how often it is looked for jobs that wait
     * @param remembered how long jobs that are over are kept, to be seen
     */
    @ConfigurationProperties("plenary.jobs")
    record Settings(
            @DefaultValue("2s") Duration checkEvery,
            @DefaultValue("90d") Duration remembered) {}

    @Bean
    RecurringTask<Void> beginTenantJobs(Workshop workshop, Settings settings) {
        return Tasks.recurring("admin-begin-tenant-jobs", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> workshop.look());
    }

    @Bean
    RecurringTask<Void> forgetTenantJobs(TenantJobs jobs, Settings settings) {
        return Tasks.recurring("admin-forget-tenant-jobs", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> jobs.forgetOlderThan(settings.remembered()));
    }
}
