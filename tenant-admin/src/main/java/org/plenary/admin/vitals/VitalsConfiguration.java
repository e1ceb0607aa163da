package org.plenary.admin.vitals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VitalsSettings.class)
class VitalsConfiguration {
    @Bean
    RecurringTask<Void> measureTenants(Measuring measuring, VitalsSettings settings) {
        return Tasks.recurring("admin-measure-tenants", FixedDelay.of(settings.measureEvery()))
                .execute((instance, context) -> measuring.all());
    }
}
