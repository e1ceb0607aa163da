package org.plenary.lodging.sheet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SheetConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> lodgingSheetsForgotten(ActiveTenants tenants, KeptSheets sheets) {
        return Tasks.recurring("lodging-sheets-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> sheets.forgetOld()));
    }
}
