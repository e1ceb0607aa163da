package org.plenary.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers for some seconds that a service is away, so that one asker each time waits for it in vain and not all do. */
final class Reach {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Long> nextTry = new AtomicReference<>();

    /** @param nanos of a clock that never jumps */
    Reach(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** True for everybody while it is there; while it is away, for the first who asks after each pause. */
    boolean isWorthATry() {
        var planned = nextTry.get();
        if (planned == null) return true;
        return nanos.getAsLong() - planned >= 0 && nextTry.compareAndSet(planned, afterPause());
    }

    void isThere() {
        nextTry.set(null);
    }

    /** That one question was too much for it does not mean that it is away. */
    void failed(Exception cause) {
        if (cause instanceof IOException) isAway();
        if (cause instanceof ElasticsearchException e && (e.status() >= SERVER_ERROR || e.status() == TOO_MANY))
            isAway();
    }

    void isAway() {
        nextTry.set(afterPause());
    }

    private Long afterPause() {
        return nanos.getAsLong() + PAUSE.toNanos();
    }
}
