package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachTests {
    private final AtomicLong nanos = new AtomicLong();
    private final Reach reach = new Reach(nanos::get);

    @Test
    void everybodyAsksWhatIsThere() {
        assertThat(reach.isWorthATry()).isTrue();
        assertThat(reach.isWorthATry()).isTrue();
    }

    @Test
    void whatIsAwayIsAskedByOneAfterEachPause() {
        reach.isAway();
        assertThat(reach.isWorthATry()).isFalse();

        nanos.addAndGet(Reach.PAUSE.toNanos());

        assertThat(reach.isWorthATry()).isTrue();
        assertThat(reach.isWorthATry()).as("somebody else, meanwhile").isFalse();
    }

    @Test
    void everybodyAsksAgainWhenItIsBack() {
        reach.isAway();
        nanos.addAndGet(Reach.PAUSE.toNanos());
        reach.isWorthATry();

        reach.isThere();

        assertThat(reach.isWorthATry()).isTrue();
        assertThat(reach.isWorthATry()).isTrue();
    }
}
