package org.plenary.billing.stripe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps work that nobody waits for within the rate that Stripe allows, and waits as long as Stripe says when it was too fast. */
final class Pace {
    private static final int TRIES = 6;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final long between;
    private long next = System.nanoTime();

    Pace(int callsPerSecond) {
        this.between = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
    }

    <T> T run(Supplier<T> call) {
        for (var tries = 1; ; tries++) {
            await();
            try {
                return call.get();
            } catch (StripeUnavailable e) {
                var after = e.retryAfter();
                if (after == null || tries == TRIES) throw e;
                hold(after.compareTo(LONGEST) > 0 ? LONGEST : after);
            }
        }
    }

    private void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(turn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StripeUnavailable("this node is stopping");
        }
    }

    private synchronized long turn() {
        var now = System.nanoTime();
        var mine = Math.max(now, next);
        next = mine + between;
        return mine - now;
    }

    /** Nobody calls before that. */
    private synchronized void hold(Duration time) {
        next = Math.max(next, System.nanoTime() + time.toNanos());
    }
}
