package org.plenary.admin.provisioning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProvisioningConfiguration {
    @Bean
    RecurringTask<Void> removeAbandonedTenants(Abandoning abandoning) {
        return Tasks.recurring("admin-remove-abandoned-tenants", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> abandoning.run());
    }
}
