package org.plenary.registration.waitlist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WaitingListConfiguration {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> registrationWaitingLists(ActiveTenants tenants, Keeping keeping) {
        return Tasks.recurring("registration-waiting-lists", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> tenants.forEach(tenant -> keeping.keep()));
    }
}
