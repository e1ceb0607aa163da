package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.endpoint.DueEndpoints;
import org.plenary.webhooks.endpoint.DueEndpoints.Due;
import org.plenary.webhooks.endpoint.Endpoint;
import org.plenary.webhooks.endpoint.EndpointSecrets;
import org.plenary.webhooks.endpoint.Endpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round of calls to one endpoint of the bound tenant: what is due, some at once, for no longer than a while. */
@Component
class Round {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final int MOST = 100;
    private static final int AT_ONCE = 4;

    /** No call is begun later; with the time-out of the last one it stays within the lease. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Sender sender;
    private final DueEndpoints dues;
    private final Clock clock;

    Round(Endpoints endpoints, Deliveries deliveries, Sender sender, DueEndpoints dues, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.dues = dues;
        this.clock = clock;
    }

    /** Makes a call and has noted what came of it. */
    @Component
    record Sender(EndpointCalling calling, Outcomes outcomes, EndpointSecrets secrets, Clock clock) {
        /** @return whether the endpoint is still to be called */
        boolean send(Endpoint endpoint, Delivery delivery) {
            var attempt = calling.call(endpoint.url(), delivery, secrets.good(endpoint, clock.instant()));
            return outcomes.record(delivery, attempt);
        }
    }

    void run(Due due) {
        var endpoint = endpoints.find(due.endpoint()).orElse(null);
        if (endpoint != null && endpoint.standing().active())
            send(endpoint, deliveries.due(endpoint.id(), clock.instant(), MOST));
        dues.settle(
                due,
                () -> endpoints
                        .find(due.endpoint())
                        .filter(found -> found.standing().active())
                        .flatMap(found -> deliveries.nextDue(found.id())));
    }

    /** One that fails is called by one at a time: others are not to wait for the time-outs of many. */
    private void send(Endpoint endpoint, List<Delivery> due) {
        if (due.isEmpty()) return;
        var queue = new ConcurrentLinkedQueue<>(due);
        var goesOn = new AtomicBoolean(true);
        var tenant = Tenancy.require();
        var width = endpoint.standing().failingSince() == null ? Math.min(AT_ONCE, due.size()) : 1;
        var left = new CountDownLatch(width);
        var callers = new ArrayList<Thread>();
        for (var i = 0; i < width; i++)
            callers.add(Thread.ofVirtual().name("webhook-call-", i).unstarted(() -> {
                try {
                    Tenancy.runAs(tenant, () -> drain(endpoint, queue, goesOn));
                } catch (RuntimeException e) {
                    goesOn.set(false);
                    log.warn("a call of endpoint {} could not be noted", endpoint.id(), e);
                } finally {
                    left.countDown();
                }
            }));
        callers.forEach(Thread::start);
        try {
            left.await();
        } catch (InterruptedException e) {
            callers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private void drain(Endpoint endpoint, Queue<Delivery> queue, AtomicBoolean goesOn) {
        var end = clock.instant().plus(LONGEST);
        while (goesOn.get() && clock.instant().isBefore(end)) {
            var next = queue.poll();
            if (next == null) return;
            if (!sender.send(endpoint, next)) goesOn.set(false);
        }
    }
}
