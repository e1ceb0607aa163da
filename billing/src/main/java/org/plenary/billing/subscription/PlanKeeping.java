package org.plenary.billing.subscription;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes up for events that never came, and does what becomes due by time alone. */
@Component
class PlanKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(PlanKeeping.class);
    private static final Duration UNHEARD = Duration.ofHours(12);
    private static final int AT_ONCE = 200;

    private final SubscriptionRows rows;
    private final Following following;
    private final Dunning dunning;
    private final Clock clock;

    PlanKeeping(SubscriptionRows rows, Following following, Dunning dunning, Clock clock) {
        this.rows = rows;
        this.following = following;
        this.dunning = dunning;
        this.clock = clock;
    }

    void keep() {
        for (var row : rows.notSeenSince(clock.instant().minus(UNHEARD), AT_ONCE)) {
            try {
                following.recheck(row.tenant());
            } catch (RuntimeException e) {
                LOG.warn("the subscription of {} is asked for again the next time: {}", row.tenant(), e.toString());
            }
        }
        dunning.lookAtAll();
    }
}
