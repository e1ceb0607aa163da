package org.plenary.identity.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** All nodes count together, in Redis; each for itself while that is away. */
@Component
class SharedLimits implements RateLimits {
    static final Duration LONGEST_PERIOD = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);
    private static final int MOST_LEASES = 20_000;
    private static final long MICROS = 1_000;
    /** With a Redis that hangs, every request would wait for its timeout. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    @SuppressWarnings("rawtypes")
    private final RedisScript<List> script =
            RedisScript.of(new ClassPathResource("take.lua", SharedLimits.class), List.class);

    private final StringRedisTemplate redis;
    private final NodeLimits node;
    private final Cache<String, Lease> leases =
            Caffeine.newBuilder().maximumSize(MOST_LEASES).build();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private volatile long awayUntil = System.nanoTime();

    SharedLimits(StringRedisTemplate redis, NodeLimits node) {
        this.redis = redis;
        this.node = node;
    }

    @Override
    public Left take(String key, int tries, Duration period) {
        if (period.compareTo(LONGEST_PERIOD) > 0) throw new IllegalArgumentException("at most a day");
        var host = Tenancy.current().map(tenant -> "t:" + tenant.id()).orElse("platform");
        // addresses of people are in it
        var bucket = host + ":limit:" + Secrets.hash(tries + ":" + period + ":" + key);
        var lease = leases.getIfPresent(bucket);
        if (lease != null && lease.take()) return lease.left();
        var left = System.nanoTime() < awayUntil ? null : fromAll(bucket, tries, period);
        return left == null ? node.take(bucket, tries, period) : left;
    }

    /** One asks for a part of a large limit, and those who come meanwhile each for what they need: nothing is taken in vain. */
    private @Nullable Left fromAll(String bucket, int tries, Duration period) {
        var isForOthersToo = Lease.size(tries) > 1 && asking.add(bucket);
        try {
            // somebody may have asked for a part a moment ago
            var there = isForOthersToo ? leases.getIfPresent(bucket) : null;
            if (there != null && there.take()) return there.left();
            var lease = leased(bucket, tries, period, isForOthersToo ? Lease.size(tries) : 1);
            if (lease == null) return null;
            if (isForOthersToo) leases.put(bucket, lease);
            return lease.left();
        } finally {
            if (isForOthersToo) asking.remove(bucket);
        }
    }

    /** One try is taken of it already; null while Redis is away. */
    private @Nullable Lease leased(String bucket, int tries, Duration period, int wanted) {
        try {
            var answer = (List<?>) redis.execute(
                    script,
                    List.of(bucket),
                    String.valueOf(tries),
                    String.valueOf(period.toNanos() / MICROS),
                    String.valueOf(wanted));
            var taken = number(answer, 0);
            var micros = number(answer, 2);
            if (taken == 0) throw new Problem.TooMany(seconds(micros));
            return new Lease((int) taken - 1, number(answer, 1), Duration.ofNanos(micros * MICROS));
        } catch (DataAccessException e) {
            LOG.warn("limits are counted by this node alone: {}", e.getMessage());
            awayUntil = System.nanoTime() + PAUSE_NANOS;
            return null;
        }
    }

    private static long number(List<?> answer, int index) {
        return ((Number) answer.get(index)).longValue();
    }

    private static long seconds(long micros) {
        return Duration.ofNanos(micros * MICROS).toSeconds() + 1;
    }
}
