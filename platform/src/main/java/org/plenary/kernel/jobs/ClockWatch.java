package org.plenary.kernel.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Notices by the time that has really gone by that the clock was set back, and tells those who set times by it. */
@Component
final class ClockWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final long EVERY_MILLIS = 1_000;

    /** By less than this clocks are kept right, and jobs may be late. */
    private static final Duration JUMP = Duration.ofSeconds(10);

    private final Clock clock;
    private final ObjectProvider<ClockSetBack> all;
    private final List<ClockSetBack> owed = new ArrayList<>();
    private Instant seen;
    private long seenNanos = System.nanoTime();
    private volatile @Nullable ScheduledExecutorService watching;

    ClockWatch(Clock clock, ObjectProvider<ClockSetBack> all) {
        this.clock = clock;
        this.all = all;
        this.seen = clock.instant();
    }

    private void look() {
        var nanos = System.nanoTime();
        var now = clock.instant();
        var jump = Duration.between(seen.plusNanos(nanos - seenNanos), now);
        seen = now;
        seenNanos = nanos;
        if (jump.abs().compareTo(JUMP) > 0) LOG.warn("the clock was set by {}", jump);
        if (jump.negated().compareTo(JUMP) > 0) {
            owed.clear();
            all.forEach(owed::add);
        }
        owed.removeIf(ClockWatch::done);
    }

    private static boolean done(ClockSetBack who) {
        try {
            who.setTimesAnew();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("times of before the clock was set back are not set anew yet: {}", e.toString());
            return false;
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("clock-watch").daemon().factory());
        thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        watching = thread;
    }

    @Override
    public void stop() {
        var thread = watching;
        if (thread != null) thread.shutdownNow();
        watching = null;
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }
}
