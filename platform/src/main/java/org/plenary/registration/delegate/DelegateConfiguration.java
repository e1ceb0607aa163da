package org.plenary.registration.delegate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DelegateConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> registrationRetention(ActiveTenants tenants, Retention retention) {
        return Tasks.recurring("registration-retention", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> retention.erase()));
    }
}
