package org.plenary.papers.presenter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.call.ReminderSchedule;
import org.plenary.papers.decision.DecisionPlans;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Reminds authors whose papers lack somebody who comes: two weeks, three days and a day before, once each. */
@Component
class PresenterReminder {
    private static final Logger LOG = LoggerFactory.getLogger(PresenterReminder.class);
    static final ReminderSchedule REMINDERS = ReminderSchedule.of("weeks", Duration.ofDays(14))
            .and("days", Duration.ofDays(3))
            .and("day", Duration.ofDays(1));

    private final ConferenceApi conferences;
    private final DecisionPlans plans;
    private final PresenterMails mails;

    PresenterReminder(ConferenceApi conferences, DecisionPlans plans, PresenterMails mails) {
        this.conferences = conferences;
        this.plans = plans;
        this.mails = mails;
    }

    @Configuration(proxyBeanMethods = false)
    static class PresenterConfiguration {
        private static final LocalTime MORNING = LocalTime.of(6, 50);

        @Bean
        RecurringTask<Void> papersPresenterReminders(ActiveTenants tenants, PresenterReminder reminder, Clock clock) {
            return Tasks.recurring("papers-presenter-reminders", Schedules.daily(MORNING))
                    .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind(clock.instant())));
        }
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind(Instant now) {
        for (var conference : conferences.all()) {
            if (conference.isCancelled()) continue;
            REMINDERS.at(now, plans.of(conference.id()).presenterUntil()).ifPresent(time -> {
                try {
                    mails.ask(conference.id(), time);
                } catch (MailException e) {
                    LOG.warn("A reminder to register for a paper could not be sent: {}", e.getMessage());
                }
            });
        }
    }
}
