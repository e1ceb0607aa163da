package org.plenary.billing.dues;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DuesConfiguration {
    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> billingDebtors(ActiveTenants tenants, Reminding reminding, Clock clock) {
        return Tasks.recurring("billing-debtors", FixedDelay.of(PAUSE))
                .execute((instance, context) -> tenants.forEach(tenant -> reminding.remind(clock.instant())));
    }
}
