package org.plenary.papers.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceApi;
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
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final ConferenceApi conferences;
    private final ReviewPlans plans;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final ReviewMails mails;

    ReviewReminder(
            ConferenceApi conferences, ReviewPlans plans, Reviews reviews, Reviewers reviewers, ReviewMails mails) {
        this.conferences = conferences;
        this.plans = plans;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.mails = mails;
    }

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
        for (var conference : conferences.all()) {
            var plan = plans.of(conference.id());
            when(plan, now).ifPresent(when -> remind(conference.id(), plan, when));
        }
    }

    private void remind(UUID conference, ReviewPlan plan, String when) {
        var open = reviews.ofConference(conference, plan.round()).stream()
                .filter(review -> review.isWithReviewer() && !review.isSubmitted())
                .collect(Collectors.groupingBy(Review::reviewer, Collectors.counting()));
        var known = reviewers.active(conference).stream().collect(Collectors.toMap(Reviewer::id, Function.identity()));
        open.forEach((reviewer, count) -> {
            var found = known.get(reviewer);
            if (found == null) return;
            try {
                mails.remind(found, when, count.intValue());
            } catch (MailException e) {
                LOG.warn("A reminder of reviews could not be sent: {}", e.getMessage());
            }
        });
    }

    /** Which reminder it is time for; its name carries the day, so that a moved day is reminded of anew. */
    static Optional<String> when(ReviewPlan plan, Instant now) {
        var due = plan.reviewsUntil();
        if (due == null) return Optional.empty();
        var left = Duration.between(now, due.instant());
        var day = ":" + due.at().toLocalDate();
        if (left.isNegative()) return left.plus(WEEK).isNegative() ? Optional.empty() : Optional.of("late" + day);
        if (left.compareTo(DAY) <= 0) return Optional.of("day" + day);
        return left.compareTo(WEEK) <= 0 ? Optional.of("week" + day) : Optional.empty();
    }
}
