package org.plenary.identity.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenary.identity.RateLimits;

/**
 * Tries of a large limit that this node took beforehand, so that not every request asks Redis. What is not used is lost after a few
 * seconds: a hundredth of the limit at most.
 */
final class Lease {
    private static final int LARGE = 600;
    private static final int PARTS = 100;
    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

    private final AtomicInteger tries;
    private final long left;
    private final long until = System.nanoTime() + KEPT_NANOS;
    private final long full;

    /**
     * @param tries that were taken
     * @param left in the bucket that is shared
     * @param toFull until that bucket is full
     */
    Lease(int tries, long left, Duration toFull) {
        this.tries = new AtomicInteger(tries);
        this.left = left;
        this.full = System.nanoTime() + toFull.toNanos();
    }

    /** How many to take at once of a limit of so many: small ones are exact. */
    static int size(int tries) {
        return tries < LARGE ? 1 : tries / PARTS;
    }

    /** Takes one; false when there is none. */
    boolean take() {
        return System.nanoTime() < until && tries.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    RateLimits.Left left() {
        var toFull = Duration.ofNanos(Math.max(0, full - System.nanoTime()));
        return new RateLimits.Left(left + tries.get(), toFull.toSeconds() + 1);
    }
}
