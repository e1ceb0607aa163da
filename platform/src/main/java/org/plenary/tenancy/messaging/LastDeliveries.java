package org.plenary.tenancy.messaging;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * When the application ends, what listeners have begun is brought to its end while there still is a database, and nothing more is begun:
 * another node does it, or the next start. After the last request, which may have something to tell.
 */
@Component
final class LastDeliveries implements SmartLifecycle {
    private final SimpleAsyncTaskExecutor executor;
    private volatile boolean isRunning;

    LastDeliveries(SimpleAsyncTaskExecutor executor) {
        this.executor = executor;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        executor.close();
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
