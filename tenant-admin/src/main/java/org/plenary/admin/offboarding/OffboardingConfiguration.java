package org.plenary.admin.offboarding;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OffboardingSettings.class)
class OffboardingConfiguration {
    @Bean
    RecurringTask<Void> exportAndErase(
            Exporting exporting, ExportExpiry expiry, Erasing erasing, OffboardingSettings settings) {
        return Tasks.recurring("admin-export-and-erase", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> {
                    exporting.run();
                    expiry.run();
                    erasing.run();
                });
    }
}
