package org.plenary.registration.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 25);

    @Bean
    RecurringTask<Void> registrationPrivacy(ActiveTenants tenants, Tidying tidying) {
        return Tasks.recurring("registration-privacy", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> tidying.tidy()));
    }
}
