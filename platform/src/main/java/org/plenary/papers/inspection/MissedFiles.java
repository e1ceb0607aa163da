package org.plenary.papers.inspection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.submission.PaperFileArrived;
import org.plenary.tenancy.ActiveTenants;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds files that were not looked into: those of before there was looking, those whose message was given up, and those that need a copy
 * since the call hides the authors.
 */
@Component
class MissedFiles {
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final Duration GIVEN_UP = Duration.ofHours(2);

    /** Of a conference at once: each takes about a second. */
    private static final int MOST = 200;

    private final ConferenceApi conferences;
    private final Inspections inspections;
    private final FileRuleBook book;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MissedFiles(
            ConferenceApi conferences,
            Inspections inspections,
            FileRuleBook book,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conferences = conferences;
        this.inspections = inspections;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class MissedFilesConfiguration {
        @Bean
        RecurringTask<Void> papersMissedFiles(ActiveTenants tenants, MissedFiles missed) {
            return Tasks.recurring("papers-missed-files", FixedDelay.of(BETWEEN))
                    .execute((instance, context) -> tenants.forEach(tenant -> missed.find()));
        }
    }

    /** For the bound tenant. */
    @Transactional
    public void find() {
        var since = clock.instant().minus(GIVEN_UP);
        for (var conference : conferences.all()) {
            var copies = book.hidesAuthors(conference.id());
            for (var paper : inspections.missing(conference.id(), copies, since, MOST))
                events.publishEvent(new PaperFileArrived(Tenancy.require().id(), paper));
        }
    }
}
