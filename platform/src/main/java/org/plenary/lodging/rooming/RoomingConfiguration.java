package org.plenary.lodging.rooming;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoomingConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 25);

    /** What a hotel was told is needed while its bill may be disputed. */
    private static final int YEARS_KEPT = 1;

    /** Files of numbers that nobody took, and what was taken once the mails are out. */
    private static final Duration FILES_KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> lodgingRoomingForgotten(
            ActiveTenants tenants, RoomingVersions versions, NumberImports files, Clock clock) {
        return Tasks.recurring("lodging-rooming-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> {
                    var day =
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(YEARS_KEPT);
                    tenants.forEach(tenant -> {
                        versions.forgetStaysBefore(day);
                        files.forgetBefore(clock.instant().minus(FILES_KEPT));
                    });
                });
    }
}
