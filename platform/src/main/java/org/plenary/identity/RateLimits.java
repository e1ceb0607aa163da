package org.plenary.identity;

import java.time.Duration;

/** Limits on how often somebody may try something; counted per node. */
public interface RateLimits {
    /**
     * Takes one try.
     *
     * @param key names what is limited and for whom, such as {@code signup:<address>}; the tenant is added by itself
     * @throws org.plenary.kernel.Problem.TooMany when the tries of this period are used up
     */
    Left take(String key, int tries, Duration period);

    /** What is left. @param secondsToReset until all tries are there again, when none is taken */
    record Left(long tries, long secondsToReset) {}
}
