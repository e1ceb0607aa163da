package org.plenary.papers.likeness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.papers.inspection.PaperFileChecked;
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
 * When papers are compared: as soon as one was handed in, changed or withdrawn and when its file was looked into, and again and again
 * those that were missed: imported ones, those of before there was comparing, and those whose message was given up.
 */
@Component
public class LikenessCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(LikenessCatchUp.class);
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    private static final int AT_ONCE = 100;

    /** Of one organization, then it is the next one's turn: a file takes about a second. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Texts of a pair that nobody looks at any more are not kept. */
    private static final Duration PASSAGES = Duration.ofDays(7);

    private final Likening likening;
    private final PrintIndex index;
    private final LikePairs pairs;
    private final ApplicationEventPublisher events;

    LikenessCatchUp(Likening likening, PrintIndex index, LikePairs pairs, ApplicationEventPublisher events) {
        this.likening = likening;
        this.index = index;
        this.pairs = pairs;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class LikenessConfiguration {
        @Bean
        RecurringTask<Void> papersLikeness(ActiveTenants tenants, LikenessCatchUp catchUp, Clock clock) {
            return Tasks.recurring("papers-likeness", FixedDelay.of(BETWEEN))
                    .execute((instance, context) -> tenants.forEach(tenant -> catchUp.run(clock.instant())));
        }
    }

    @ModuleListener(id = "papers.likeness-of-changed", condition = "#changed.kind() == 'paper'")
    void on(DocumentChanged changed) {
        events.publishEvent(new LikenessDue(changed.tenant(), changed.id()));
    }

    @OutboundListener(id = "papers.likeness")
    void on(LikenessDue due) throws InterruptedException {
        likening.compare(due.paper());
    }

    @OutboundListener(id = "papers.likeness-of-file")
    void on(PaperFileChecked checked) throws InterruptedException {
        likening.compare(checked.paper());
    }

    /** For the bound tenant. @return how many papers were looked at */
    public int run(Instant now) {
        pairs.forgetPassagesBefore(now.minus(PASSAGES));
        var until = System.nanoTime() + LONGEST.toNanos();
        var done = 0;
        UUID last = null;
        List<UUID> missing;
        do {
            missing = index.missing(last, AT_ONCE);
            for (var paper : missing) {
                if (!compare(paper) || System.nanoTime() > until) return done;
                last = paper;
                done++;
            }
        } while (missing.size() == AT_ONCE);
        return done;
    }

    /** @return false when this node is ending */
    private boolean compare(UUID paper) {
        try {
            likening.compare(paper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IllegalStateException e) {
            LOG.info("paper {} is compared later: {}", paper, e.getMessage());
        }
        return true;
    }
}
