package org.plenary.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read a short while ago, so that not everybody reads it. Whoever finds nothing reads it, also while others do: held back until
 * another has read, those who have all connections would wait for one who waits for a connection.
 */
public final class Remembered<K, V> {
    private static final long MOST = 20_000;

    private final Cache<K, V> known;
    private final AtomicLong forgotten = new AtomicLong();

    /** @param fresh how long it is good for, on each node */
    public Remembered(Duration fresh) {
        known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(fresh).build();
    }

    /** @param read answers with something that nobody changes, never null */
    public V of(K key, Function<? super K, ? extends V> read) {
        var there = known.getIfPresent(key);
        if (there != null) return there;
        var before = forgotten.get();
        var value = read.apply(key);
        known.put(key, value);
        // it may have been read before what others have forgotten was changed
        if (forgotten.get() != before) known.invalidate(key);
        return value;
    }

    /** After it was changed. */
    public void forget(K key) {
        forgotten.incrementAndGet();
        known.invalidate(key);
    }

    public void forgetAll(Predicate<K> which) {
        forgotten.incrementAndGet();
        known.asMap().keySet().removeIf(which);
    }
}
