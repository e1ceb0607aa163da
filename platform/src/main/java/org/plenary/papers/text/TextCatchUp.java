package org.plenary.papers.text;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.tenancy.ActiveTenants;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * When papers' texts are read: as soon as one has another file or was withdrawn, and again and again those that were missed: of before texts
 * were kept, and those whose message was given up or whose node ended.
 */
@Component
public class TextCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(TextCatchUp.class);
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    private static final int AT_ONCE = 100;

    /** Of one organization, then it is the next one's turn: a file takes about a second. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final TextReading reading;
    private final PaperTexts texts;
    private final ApplicationEventPublisher events;

    TextCatchUp(TextReading reading, PaperTexts texts, ApplicationEventPublisher events) {
        this.reading = reading;
        this.texts = texts;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class PaperTextConfiguration {
        @Bean
        RecurringTask<Void> papersText(ActiveTenants tenants, TextCatchUp catchUp, Clock clock) {
            return Tasks.recurring("papers-text", FixedDelay.of(BETWEEN))
                    .execute((instance, context) -> tenants.forEach(tenant -> catchUp.run(clock.instant())));
        }
    }

    @ModuleListener(id = "papers.text-of-changed", condition = "#changed.kind() == 'paper'")
    void on(DocumentChanged changed) {
        if (texts.isDue(changed.id())) events.publishEvent(new PaperTextDue(changed.tenant(), changed.id()));
    }

    @OutboundListener(id = "papers.text")
    void on(PaperTextDue due) throws InterruptedException {
        reading.read(due.paper());
    }

    /** For the bound tenant. @return how many papers were looked at */
    public int run(Instant now) {
        var until = System.nanoTime() + LONGEST.toNanos();
        var done = 0;
        UUID last = null;
        List<UUID> missing;
        do {
            missing = texts.missing(last, now.minus(TextReading.LONGEST), AT_ONCE);
            for (var paper : missing) {
                if (!read(paper) || System.nanoTime() > until) return done;
                last = paper;
                done++;
            }
        } while (missing.size() == AT_ONCE);
        return done;
    }

    /** @return false when this node is ending */
    private boolean read(UUID paper) {
        try {
            reading.read(paper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IllegalStateException e) {
            LOG.info("the text of paper {} is read later: {}", paper, e.getMessage());
        }
        return true;
    }
}
