package org.plenary.lodging.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportJobs {
    /** Conferences have days of their own, by their zones: one note in each hour meets the end of all of them. */
    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> lodgingPickupNotes(ActiveTenants tenants, PickupNotes notes) {
        return Tasks.recurring("lodging-pickup-notes", Schedules.fixedDelay(HOUR))
                .execute((instance, context) -> tenants.forEach(tenant -> notes.note()));
    }

    @Bean
    RecurringTask<Void> lodgingReleaseNotices(ActiveTenants tenants, ReleaseNotices notices) {
        return Tasks.recurring("lodging-release-notices", Schedules.fixedDelay(HOUR))
                .execute((instance, context) -> tenants.forEach(tenant -> notices.send()));
    }
}
