package org.plenary.lodging.split;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SplitJobs {
    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> lodgingPartsLapsed(ActiveTenants tenants, SplitEnding ending) {
        return Tasks.recurring("lodging-parts-lapsed", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> tenants.forEach(tenant -> ending.sweep()));
    }
}
