package org.plenary.papers.revision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.ReminderSchedule;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Reminds authors of revisions that are not handed in: a week before and the day before, once each. */
@Component
class RevisionReminder {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionReminder.class);
    static final ReminderSchedule REMINDERS =
            ReminderSchedule.of("week", Duration.ofDays(7)).and("day", Duration.ofDays(1));
    private static final int PAGE = 200;

    private final ConferenceApi conferences;
    private final Windows windows;
    private final Revisions revisions;
    private final Papers papers;
    private final RevisionMails mails;

    RevisionReminder(
            ConferenceApi conferences, Windows windows, Revisions revisions, Papers papers, RevisionMails mails) {
        this.conferences = conferences;
        this.windows = windows;
        this.revisions = revisions;
        this.papers = papers;
        this.mails = mails;
    }

    @Configuration(proxyBeanMethods = false)
    static class RevisionConfiguration {
        private static final LocalTime MORNING = LocalTime.of(6, 55);

        @Bean
        RecurringTask<Void> papersRevisionReminders(ActiveTenants tenants, RevisionReminder reminder, Clock clock) {
            return Tasks.recurring("papers-revision-reminders", Schedules.daily(MORNING))
                    .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind(clock.instant())));
        }
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind(Instant now) {
        for (var conference : conferences.all()) {
            if (!conference.isOpen()) continue;
            windows.revision(conference)
                    .flatMap(due -> REMINDERS.at(now, due))
                    .ifPresent(when -> remind(conference, when));
        }
    }

    private void remind(ConferenceView conference, String when) {
        var after = 0;
        while (true) {
            var page = papers.byIds(revisions.waiting(conference.id(), after, PAGE));
            for (var paper : page) {
                after = Math.max(after, paper.number());
                try {
                    mails.remind(conference, paper.id(), when);
                } catch (MailException e) {
                    LOG.warn("A reminder of a revision could not be sent: {}", e.getMessage());
                }
            }
            if (page.size() < PAGE) return;
        }
    }
}
