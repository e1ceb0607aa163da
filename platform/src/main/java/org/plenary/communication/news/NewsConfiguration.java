package org.plenary.communication.news;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NewsConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 40);
    private static final Duration KEPT_UNCONFIRMED = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> communicationUnconfirmedForgotten(ActiveTenants tenants, Subscribers subscribers, Clock clock) {
        return Tasks.recurring("communication-unconfirmed-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(KEPT_UNCONFIRMED);
                    tenants.forEach(tenant -> subscribers.forgetUnconfirmed(before));
                });
    }
}
