package org.plenary.tenancy.messaging;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * A lane of its own for each listener: so many calls of it run at once and the others wait in turn, so that a listener that
 * is slow, or that has hundreds of events, keeps no other waiting. Waiting costs a virtual thread and no connection.
 */
final class Lanes implements MethodInterceptor {
    private final IntSupplier width;
    private final Map<Method, Semaphore> lanes = new ConcurrentHashMap<>();

    Lanes(IntSupplier width) {
        this.width = width;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
        var lane = lanes.computeIfAbsent(listener.getMethod(), unknown -> new Semaphore(width.getAsInt(), true));
        lane.acquire();
        try {
            return listener.proceed();
        } finally {
            lane.release();
        }
    }
}
