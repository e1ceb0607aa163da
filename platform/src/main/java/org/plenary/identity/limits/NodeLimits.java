package org.plenary.identity.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** What this node alone counts while Redis is away: one bucket for each key, forgotten when it has not been asked for a while. */
@Component
class NodeLimits {
    private static final int MOST = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(SharedLimits.LONGEST_PERIOD)
            .maximumSize(MOST)
            .build();

    RateLimits.Left take(String key, int tries, Duration period) {
        var probe = buckets.get(key, unknown -> bucket(tries, period)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new Problem.TooMany(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        return new RateLimits.Left(
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds() + 1);
    }

    private static Bucket bucket(int tries, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, period))
                .build();
    }
}
