package org.plenary.identity.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** One bucket for each key, forgotten when it has not been asked for a while. */
@Component
class Buckets implements RateLimits {
    private static final int MOST = 200_000;
    private static final Duration LONGEST_PERIOD = Duration.ofHours(24);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_PERIOD)
            .maximumSize(MOST)
            .build();

    @Override
    public Left take(String key, int tries, Duration period) {
        if (period.compareTo(LONGEST_PERIOD) > 0) throw new IllegalArgumentException("at most a day");
        var host = Tenancy.current().map(tenant -> "t:" + tenant.id()).orElse("platform");
        var bucket = buckets.get(host + ":" + tries + ":" + period + ":" + key, unknown -> bucket(tries, period));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed())
            throw new Problem.TooMany(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
        return new Left(
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds() + 1);
    }

    private static Bucket bucket(int tries, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, period))
                .build();
    }
}
