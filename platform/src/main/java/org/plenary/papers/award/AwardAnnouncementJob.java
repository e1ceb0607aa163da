package org.plenary.papers.award;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Announces awards whose time has come (CFP-11: at the closing). */
@Component
public class AwardAnnouncementJob {
    private static final Logger LOG = LoggerFactory.getLogger(AwardAnnouncementJob.class);

    private final Awards awards;
    private final Awarding awarding;
    private final ConferenceApi conferences;

    AwardAnnouncementJob(Awards awards, Awarding awarding, ConferenceApi conferences) {
        this.awards = awards;
        this.awarding = awarding;
        this.conferences = conferences;
    }

    @Configuration(proxyBeanMethods = false)
    static class AwardConfiguration {
        private static final Duration OFTEN = Duration.ofMinutes(5);

        @Bean
        RecurringTask<Void> papersAnnounceAwards(ActiveTenants tenants, AwardAnnouncementJob job, Clock clock) {
            return Tasks.recurring("papers-announce-awards", Schedules.fixedDelay(OFTEN))
                    .execute((instance, context) -> tenants.forEach(tenant -> job.announce(clock.instant())));
        }
    }

    /** For the bound tenant. Repeats safely; an award whose winner left waits until the chairs have confirmed another one. */
    public void announce(Instant now) {
        for (var award : awards.dated()) {
            if (!award.isTimeToAnnounce(now)) continue;
            try {
                awarding.announce(conferences.byId(award.conference()), award.id(), now);
            } catch (Problem.Conflict e) {
                LOG.info("Award {} is not announced: {}", award.id(), e.code());
            }
        }
    }
}
