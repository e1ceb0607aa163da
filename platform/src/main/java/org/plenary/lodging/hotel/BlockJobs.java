package org.plenary.lodging.hotel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlockJobs {
    private static final Duration OFTEN = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> lodgingBlockReleases(ActiveTenants tenants, DueReleases releases) {
        return Tasks.recurring("lodging-block-releases", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> tenants.forEach(tenant -> releases.sweep()));
    }
}
