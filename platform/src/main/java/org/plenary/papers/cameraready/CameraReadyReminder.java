package org.plenary.papers.cameraready;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.call.ReminderSchedule;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Reminds authors of final versions of which something is missing: a week before, the day before, and when it is late; once of each. */
@Component
class CameraReadyReminder {
    private static final Logger LOG = LoggerFactory.getLogger(CameraReadyReminder.class);
    static final ReminderSchedule REMINDERS = ReminderSchedule.of("week", Duration.ofDays(7))
            .and("day", Duration.ofDays(1))
            .andLate();
    private static final int PAGE = 200;

    private final ConferenceApi conferences;
    private final Windows windows;
    private final FinalSteps steps;
    private final Papers papers;
    private final CameraReadyMails mails;

    CameraReadyReminder(
            ConferenceApi conferences, Windows windows, FinalSteps steps, Papers papers, CameraReadyMails mails) {
        this.conferences = conferences;
        this.windows = windows;
        this.steps = steps;
        this.papers = papers;
        this.mails = mails;
    }

    @Configuration(proxyBeanMethods = false)
    static class CameraReadyConfiguration {
        private static final LocalTime MORNING = LocalTime.of(6, 50);

        @Bean
        RecurringTask<Void> papersCameraReadyReminders(
                ActiveTenants tenants, CameraReadyReminder reminder, Clock clock) {
            return Tasks.recurring("papers-camera-ready-reminders", Schedules.daily(MORNING))
                    .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind(clock.instant())));
        }
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind(Instant now) {
        for (var conference : conferences.all()) {
            if (!conference.isOpen()) continue;
            var due = windows.cameraReady(conference).orElse(null);
            if (due != null) REMINDERS.at(now, due).ifPresent(when -> remind(conference, due, when));
        }
    }

    private void remind(ConferenceView conference, Deadline due, String when) {
        List<Paper> page;
        var after = 0;
        do {
            page = papers.list(conference.id(), PaperStatus.ACCEPTED, null, after, PAGE);
            for (var paper : page) {
                after = paper.number();
                if (!steps.isKnown(paper) || steps.of(paper).isDone()) continue;
                try {
                    mails.remind(conference, paper, when, due.toString());
                } catch (MailException e) {
                    LOG.warn("A reminder of a final version could not be sent: {}", e.getMessage());
                }
            }
        } while (page.size() == PAGE);
    }
}
