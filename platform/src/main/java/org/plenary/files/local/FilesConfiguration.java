package org.plenary.files.local;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> removeUnclaimedUploads(ActiveTenants tenants, UnclaimedUploads unclaimed) {
        return Tasks.recurring("files-unclaimed-uploads", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((instance, context) -> tenants.forEach(tenant -> unclaimed.sweep()));
    }
}
