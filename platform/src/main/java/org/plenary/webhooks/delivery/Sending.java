package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.webhooks.endpoint.DueEndpoints;
import org.plenary.webhooks.endpoint.DueEndpoints.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Starts a round for each endpoint that something is due for, and waits for none of them: a slow endpoint costs a virtual
 * thread and delays itself alone.
 */
@Component
class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int MOST_ROUNDS = 256;
    private static final int AT_ONCE = 100;

    /** Longer than a round takes. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** How soon it is looked again whether a tenant that is closed is open. */
    private static final Duration CLOSED = Duration.ofMinutes(10);

    private final DueEndpoints dues;
    private final TenantDirectory directory;
    private final Round round;
    private final Clock clock;
    private final Semaphore rounds = new Semaphore(MOST_ROUNDS);
    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("webhooks-");

    Sending(DueEndpoints dues, TenantDirectory directory, Round round, Clock clock) {
        this.dues = dues;
        this.directory = directory;
        this.round = round;
        this.clock = clock;
        threads.setVirtualThreads(true);
    }

    void run() {
        var room = Math.min(AT_ONCE, rounds.availablePermits());
        if (room == 0) return;
        for (var due : dues.take(clock.instant(), LEASE, room)) {
            rounds.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    visit(due);
                } catch (RuntimeException e) {
                    // it is due again when the lease ends
                    log.warn("sending to endpoint {} of tenant {} was broken off", due.endpoint(), due.tenant(), e);
                } finally {
                    rounds.release();
                }
            });
        }
    }

    private void visit(Due due) {
        var tenant = directory.byId(due.tenant()).orElse(null);
        if (tenant == null || !tenant.isActive())
            dues.postpone(due, clock.instant().plus(CLOSED));
        else Tenancy.runAs(tenant, () -> round.run(due));
    }
}
