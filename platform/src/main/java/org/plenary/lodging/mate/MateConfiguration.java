package org.plenary.lodging.mate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MateConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    /** As with other invitations: a month is left for questions. */
    private static final int MONTHS_KEPT = 1;

    @Bean
    RecurringTask<Void> lodgingMatesForgotten(ActiveTenants tenants, MateRows rows, Clock clock) {
        return Tasks.recurring("lodging-mates-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> {
                    var day =
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS_KEPT);
                    tenants.forEach(tenant -> rows.forgetStaysBefore(day));
                });
    }
}
