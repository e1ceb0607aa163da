package org.plenary.tenancy.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/**
 * When the application ends, what listeners have begun is brought to its end while there still is a database, and nothing more is begun:
 * another node does it, or the next start. What takes too long is interrupted, and left time to write that down. After the last
 * request, which may have something to tell.
 */
@Component
final class LastDeliveries implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LastDeliveries.class);
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final SimpleAsyncTaskExecutor executor;
    private final AtomicInteger underWay;
    private volatile boolean isRunning;

    LastDeliveries(SimpleAsyncTaskExecutor executor, UnderWay underWay) {
        this.executor = executor;
        this.underWay = underWay.deliveries;
    }

    /** How many deliveries are at work or wait for their lane. */
    @Component
    static final class UnderWay implements TaskDecorator {
        private final AtomicInteger deliveries = new AtomicInteger();

        @Override
        public Runnable decorate(Runnable delivery) {
            return () -> {
                deliveries.incrementAndGet();
                try {
                    delivery.run();
                } finally {
                    deliveries.decrementAndGet();
                }
            };
        }
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        executor.close();
        var end = System.nanoTime() + TO_GIVE_UP.toNanos();
        try {
            while (underWay.get() > 0 && System.nanoTime() < end) Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (underWay.get() > 0) log.warn("{} deliveries were cut off: others begin them anew", underWay.get());
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** What is closed is not opened again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
