package org.plenary.admin.signup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignupSettings.class)
class SignupConfiguration {
    @Bean
    RecurringTask<Void> endOldSignups(Signups signups, SignupSettings settings) {
        return Tasks.recurring("admin-end-old-signups", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    signups.expire();
                    signups.forgetOlderThan(settings.remembered());
                });
    }
}
