package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.endpoint.DueEndpoints;
import org.plenary.webhooks.endpoint.DueEndpoints.Due;
import org.plenary.webhooks.endpoint.Endpoint;
import org.plenary.webhooks.endpoint.Endpoints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends something to an endpoint because somebody wants it sent: a test, or what was sent before. */
@Component
class Replaying {
    private final Endpoints endpoints;
    private final Log log;
    private final Telling telling;
    private final AuditTrail audit;
    private final Clock clock;

    Replaying(Endpoints endpoints, Log log, Telling telling, AuditTrail audit, Clock clock) {
        this.endpoints = endpoints;
        this.log = log;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was sent, and when it is sent again. */
    @Component
    record Log(Deliveries deliveries, DueEndpoints dues) {}

    /** @throws Problem.Conflict code {@code endpoint_off} */
    @Transactional
    public Delivery test(UUID id) {
        var delivery = telling.recordTest(active(id));
        audit.record("webhook.tested", id.toString(), Map.of());
        return delivery;
    }

    /** The same message under the same id, whatever became of it. @throws Problem.Conflict code {@code endpoint_off} */
    @Transactional
    public Delivery again(UUID endpoint, UUID id) {
        active(endpoint);
        var delivery = require(endpoint, id);
        log.deliveries().again(id, clock.instant());
        due(endpoint);
        audit.record("webhook.sent-again", endpoint.toString(), Map.of("delivery", id, "event", delivery.type()));
        return require(endpoint, id);
    }

    /**
     * All that failed since then.
     *
     * @return how many they are
     * @throws Problem.Conflict code {@code endpoint_off}
     */
    @Transactional
    public int failedSince(UUID endpoint, Instant since) {
        active(endpoint);
        var count = log.deliveries().failedAgain(endpoint, since, clock.instant());
        if (count > 0) due(endpoint);
        audit.record("webhook.failed-sent-again", endpoint.toString(), Map.of("since", since, "deliveries", count));
        return count;
    }

    Delivery require(UUID endpoint, UUID id) {
        return log.deliveries().find(endpoint, id).orElseThrow(() -> new Problem.NotFound("The delivery"));
    }

    private void due(UUID endpoint) {
        log.dues().at(new Due(Tenancy.require().id(), endpoint), clock.instant());
    }

    private Endpoint active(UUID id) {
        var endpoint = endpoints.require(id);
        if (!endpoint.standing().active())
            throw new Problem.Conflict("endpoint_off", "This endpoint is switched off; switch it on first.");
        return endpoint;
    }
}
