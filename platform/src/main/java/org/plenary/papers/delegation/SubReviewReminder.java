package org.plenary.papers.delegation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.call.ReminderSchedule;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Reminds people who write for reviewers two days before their day, and tells both sides when it is late. Each is told once of each. */
@Component
class SubReviewReminder {
    private static final Logger LOG = LoggerFactory.getLogger(SubReviewReminder.class);
    private static final String SOON = "soon";
    private static final ReminderSchedule REMINDERS =
            ReminderSchedule.of(SOON, Duration.ofDays(2)).andLate();

    private final ConferenceApi conferences;
    private final SubReviews requests;
    private final SubReviewMails mails;

    SubReviewReminder(ConferenceApi conferences, SubReviews requests, SubReviewMails mails) {
        this.conferences = conferences;
        this.requests = requests;
        this.mails = mails;
    }

    @Configuration(proxyBeanMethods = false)
    static class SubReviewConfiguration {
        private static final LocalTime MORNING = LocalTime.of(6, 50);

        @Bean
        RecurringTask<Void> papersSubReviewReminders(ActiveTenants tenants, SubReviewReminder reminder, Clock clock) {
            return Tasks.recurring("papers-sub-review-reminders", Schedules.daily(MORNING))
                    .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind(clock.instant())));
        }
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind(Instant now) {
        for (var conference : conferences.all())
            for (var request : requests.open(conference.id()))
                when(request, now).ifPresent(what -> remind(request, what));
    }

    private void remind(SubReview request, String what) {
        try {
            mails.remind(request, what);
        } catch (MailException e) {
            LOG.warn("A reminder of a sub-review could not be sent: {}", e.getMessage());
        }
    }

    /** Who was asked today for tomorrow has just read of it. */
    static Optional<String> when(SubReview request, Instant now) {
        if (request.email().isEmpty()) return Optional.empty();
        var isFresh = now.isBefore(request.askedAt().plus(Duration.ofDays(1)));
        return REMINDERS.at(now, request.due()).filter(what -> !(isFresh && what.equals(SOON)));
    }
}
