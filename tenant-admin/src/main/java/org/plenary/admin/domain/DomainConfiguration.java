package org.plenary.admin.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DomainSettings.class)
class DomainConfiguration {
    @Bean
    RecurringTask<Void> checkDomains(DomainWatch watch, DomainSettings settings) {
        return Tasks.recurring("admin-check-domains", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> watch.run());
    }
}
