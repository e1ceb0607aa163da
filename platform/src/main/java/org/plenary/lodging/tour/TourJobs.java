package org.plenary.lodging.tour;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TourJobs {
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final LocalTime NIGHT = LocalTime.of(3, 25);

    /** As with other invitations: a month is left for questions. */
    private static final int MONTHS_KEPT = 1;

    @Bean
    RecurringTask<Void> lodgingToursReviewed(ActiveTenants tenants, TourReview review, CallingOffTours callingOff) {
        return Tasks.recurring("lodging-tours-reviewed", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> tenants.forEach(tenant -> {
                    review.sweep();
                    callingOff.sweep();
                }));
    }

    @Bean
    RecurringTask<Void> lodgingTourGuestsForgotten(ActiveTenants tenants, TourPlaces places, Clock clock) {
        return Tasks.recurring("lodging-tour-guests-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> {
                    var day = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .minusMonths(MONTHS_KEPT);
                    tenants.forEach(tenant -> places.forgetToursBefore(day));
                });
    }
}
