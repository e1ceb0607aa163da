package org.plenary.identity.farewell;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FarewellSettings.class)
class FarewellConfiguration {
    @Bean
    RecurringTask<Void> endAccounts(Farewell farewell, AccountCopies copies, FarewellSettings settings, Clock clock) {
        return Tasks.recurring("identity-end-accounts", FixedDelay.of(settings.checkEvery()))
                .execute((instance, context) -> {
                    farewell.run();
                    copies.forgetBefore(clock.instant().minus(settings.copyKept()));
                });
    }
}
