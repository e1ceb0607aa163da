package org.plenary.papers.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.call.ReminderSchedule;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Reminds reviewers of what is due: a week before, the day before, and when it is late. Each is told once of each. */
@Component
class ReviewReminder {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewReminder.class);
    static final ReminderSchedule REMINDERS = ReminderSchedule.of("week", Duration.ofDays(7))
            .and("day", Duration.ofDays(1))
            .andLate();

    private final ConferenceApi conferences;
    private final ReviewPlans plans;
    private final Waiting waiting;
    private final Reviewers reviewers;
    private final ReviewMails mails;

    ReviewReminder(
            ConferenceApi conferences, ReviewPlans plans, Waiting waiting, Reviewers reviewers, ReviewMails mails) {
        this.conferences = conferences;
        this.plans = plans;
        this.waiting = waiting;
        this.reviewers = reviewers;
        this.mails = mails;
    }

    /** Reviews and their days. */
    @Component
    record Waiting(Reviews reviews, ReviewDates dates) {}

    @Configuration(proxyBeanMethods = false)
    static class ReviewConfiguration {
        private static final LocalTime MORNING = LocalTime.of(6, 45);

        @Bean
        RecurringTask<Void> papersReviewReminders(ActiveTenants tenants, ReviewReminder reminder, Clock clock) {
            return Tasks.recurring("papers-review-reminders", Schedules.daily(MORNING))
                    .execute((instance, context) -> tenants.forEach(tenant -> reminder.remind(clock.instant())));
        }
    }

    /** For the bound tenant. What could not be sent is sent the next day. */
    void remind(Instant now) {
        for (var conference : conferences.all()) remind(conference, plans.of(conference.id()), now);
    }

    private void remind(ConferenceView conference, ReviewPlan plan, Instant now) {
        var open = waiting.reviews().open(conference.id(), plan.round());
        if (open.isEmpty()) return;
        var own = waiting.dates().ofConference(conference.id());
        var known =
                reviewers.active(conference.id()).stream().collect(Collectors.toMap(Reviewer::id, Function.identity()));
        var times = new LinkedHashMap<Time, Integer>();
        for (var review : open) {
            var due = ReviewDates.due(conference, plan, own.get(review.id()));
            var when = own.containsKey(review.id()) ? whenShort(due, now) : REMINDERS.at(now, due);
            if (due != null && when.isPresent() && known.containsKey(review.reviewer()))
                times.merge(new Time(review.reviewer(), when.get(), due), 1, Integer::sum);
        }
        times.forEach((time, count) -> {
            try {
                mails.remind(Objects.requireNonNull(known.get(time.reviewer())), time.when(), time.due(), count);
            } catch (MailException e) {
                LOG.warn("A reminder of reviews could not be sent: {}", e.getMessage());
            }
        });
    }

    /** One mail: to whom, which of the reminders it is, and of which day. */
    private record Time(UUID reviewer, String when, Deadline due) {}

    /** Who was given a few days has just read of them. */
    private static Optional<String> whenShort(@Nullable Deadline due, Instant now) {
        return REMINDERS.at(now, due).filter(when -> !when.startsWith("week")).map(when -> when + ":own");
    }
}
