package org.plenary.papers.submission;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 50);

    /** They hold names and addresses of people who handed nothing in. */
    private static final Duration DRAFTS_KEPT = Duration.ofDays(90);

    @Bean
    RecurringTask<Void> papersDraftsForgotten(ActiveTenants tenants, Drafts drafts) {
        return Tasks.recurring("papers-drafts-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> drafts.forget(DRAFTS_KEPT)));
    }
}
