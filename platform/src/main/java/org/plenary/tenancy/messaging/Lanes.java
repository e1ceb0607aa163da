package org.plenary.tenancy.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * A lane of its own for each listener: so many calls of it run at once and the others wait in turn, so that a listener that
 * is slow, or that has hundreds of events, keeps no other waiting. No tenant has all of a lane, so that one whose work is slow keeps no
 * other's waiting. Waiting costs a virtual thread and no connection.
 */
final class Lanes implements MethodInterceptor {
    private final IntSupplier width;
    private final Map<Method, Semaphore> lanes = new ConcurrentHashMap<>();

    /** As long as an event of it waits or is at work. */
    private final Cache<Share, Semaphore> shares =
            Caffeine.newBuilder().weakValues().build();

    private record Share(Method listener, TenantId tenant) {}

    Lanes(IntSupplier width) {
        this.width = width;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
        var lane = lanes.computeIfAbsent(listener.getMethod(), unknown -> new Semaphore(width.getAsInt(), true));
        if (!(listener.getArguments()[0] instanceof TenantEvent event)) return in(lane, listener);
        var share = shares.get(
                new Share(listener.getMethod(), event.tenant()),
                unknown -> new Semaphore(Math.max(1, width.getAsInt() - 1), true));
        share.acquire();
        try {
            return in(lane, listener);
        } finally {
            share.release();
        }
    }

    private static @Nullable Object in(Semaphore lane, MethodInvocation listener) throws Throwable {
        lane.acquire();
        try {
            return listener.proceed();
        } finally {
            lane.release();
        }
    }
}
