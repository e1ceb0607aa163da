package org.plenary.papers.call;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CallConfiguration {
    private static final LocalTime MORNING = LocalTime.of(6, 30);

    @Bean
    RecurringTask<Void> papersCallReminders(ActiveTenants tenants, CallReminder reminder) {
        return Tasks.recurring("papers-call-reminders", Schedules.daily(MORNING))
                .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind()));
    }
}
