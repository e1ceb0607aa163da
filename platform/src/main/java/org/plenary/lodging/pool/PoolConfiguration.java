package org.plenary.lodging.pool;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {
    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> lodgingPoolForgotten(ActiveTenants tenants, PoolRows rows, Pairing pairing, Clock clock) {
        return Tasks.recurring("lodging-pool-forgotten", Schedules.fixedDelay(HOUR))
                .execute((instance, context) -> {
                    // Nobody loses a place in the pool before their own day is over, wherever they are.
                    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
                    tenants.forEach(tenant -> {
                        rows.forget(day);
                        pairing.forget(day);
                    });
                });
    }
}
