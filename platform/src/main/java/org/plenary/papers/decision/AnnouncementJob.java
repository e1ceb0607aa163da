package org.plenary.papers.decision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Announces decisions that are kept back until a time, once it has come. */
@Component
class AnnouncementJob {
    private final DecisionPlans plans;
    private final AnnouncingDecisions announcing;
    private final ConferenceApi conferences;

    AnnouncementJob(DecisionPlans plans, AnnouncingDecisions announcing, ConferenceApi conferences) {
        this.plans = plans;
        this.announcing = announcing;
        this.conferences = conferences;
    }

    @Configuration(proxyBeanMethods = false)
    static class AnnouncementConfiguration {
        private static final Duration OFTEN = Duration.ofMinutes(5);

        @Bean
        RecurringTask<Void> papersAnnounceDecisions(ActiveTenants tenants, AnnouncementJob job, Clock clock) {
            return Tasks.recurring("papers-announce-decisions", Schedules.fixedDelay(OFTEN))
                    .execute((instance, context) -> tenants.forEach(tenant -> job.announce(clock.instant())));
        }
    }

    /** For the bound tenant. Repeats safely: what was announced is not announced again. */
    void announce(Instant now) {
        for (var conference : plans.dated())
            if (plans.of(conference).isTimeToAnnounce(now)) announcing.announceAll(conferences.byId(conference));
    }
}
