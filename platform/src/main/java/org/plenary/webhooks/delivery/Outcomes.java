package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.delivery.Delivery.Attempt;
import org.plenary.webhooks.delivery.Delivery.Status;
import org.plenary.webhooks.endpoint.Endpoint.StoppedFor;
import org.plenary.webhooks.endpoint.Endpoints;
import org.plenary.webhooks.endpoint.WebhookSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what follows from a call: it is done, or tried again later, or given up with its whole endpoint. */
@Component
class Outcomes {
    /** Up to so much of a delay is added to it, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final WebhookSettings settings;
    private final Clock clock;

    Outcomes(
            Endpoints endpoints,
            Deliveries deliveries,
            ApplicationEventPublisher events,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether the endpoint is still to be called */
    @Transactional
    public boolean record(Delivery delivery, Attempt attempt) {
        var tries = delivery.tries() + 1;
        var attempts = delivery.with(attempt);
        if (attempt.gotThrough()) {
            endpoints.delivered(delivery.endpoint());
            deliveries.attempted(delivery.id(), Status.DELIVERED, tries, attempts, null);
            return true;
        }
        // the endpoint is locked before any delivery, so that giving up waits for no other call in a circle
        var failingSince = endpoints.failed(delivery.endpoint()).orElse(null);
        var next = next(tries);
        deliveries.attempted(delivery.id(), next == null ? Status.FAILED : Status.WAITING, tries, attempts, next);
        if (failingSince == null) return false;
        var why = reasonToStop(attempt, failingSince);
        if (why == null) return true;
        if (endpoints.stop(delivery.endpoint(), why)) {
            deliveries.giveUp(delivery.endpoint());
            events.publishEvent(new EndpointStopped(Tenancy.require().id(), delivery.endpoint()));
        }
        return false;
    }

    private @Nullable Instant next(int tries) {
        if (tries > settings.retries().size()) return null;
        var delay = settings.retries().get(tries - 1);
        var more = delay.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble();
        return clock.instant().plus(delay).plusMillis((long) more);
    }

    private @Nullable StoppedFor reasonToStop(Attempt attempt, Instant failingSince) {
        if (attempt.status() != null && attempt.status() == HttpStatus.GONE.value()) return StoppedFor.GONE;
        var failing = Duration.between(failingSince, clock.instant());
        return failing.compareTo(settings.patience()) >= 0 ? StoppedFor.FAILURES : null;
    }
}
