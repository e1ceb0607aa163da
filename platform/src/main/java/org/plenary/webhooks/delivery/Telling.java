package org.plenary.webhooks.delivery;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.delivery.Delivery.Status;
import org.plenary.webhooks.endpoint.DueEndpoints;
import org.plenary.webhooks.endpoint.DueEndpoints.Due;
import org.plenary.webhooks.endpoint.Endpoint;
import org.plenary.webhooks.endpoint.Endpoints;
import org.plenary.webhooks.endpoint.EventType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is to be told, in the transaction of whoever learned of it. */
@Component
class Telling {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final DueEndpoints dues;
    private final Json json;
    private final Clock clock;

    Telling(Endpoints endpoints, Deliveries deliveries, DueEndpoints dues, Json json, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.dues = dues;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param happening names what happened, so that it is told once however often it is heard of
     * @param data ids and references, and no personal data; asked for only when somebody wants to be told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(EventType type, String happening, Supplier<Map<String, ?>> data) {
        var wanting = endpoints.wanting(type);
        if (wanting.isEmpty()) return;
        var body = body(type, data.get());
        for (var endpoint : wanting) record(endpoint, type, happening, body);
    }

    /** Something that did not happen, for one endpoint alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Delivery recordTest(Endpoint endpoint) {
        var type = EventType.WEBHOOK_TEST;
        var data = Map.of("endpoint", Map.of("id", endpoint.id()));
        return record(endpoint, type, Ids.next().toString(), body(type, data));
    }

    private Delivery record(Endpoint endpoint, EventType type, String happening, String body) {
        var now = clock.instant();
        var isSent = endpoint.standing().active();
        // what we gave up on hears of nothing, but its organizer can have all of it sent later
        var delivery = new Delivery(
                Ids.next(),
                endpoint.id(),
                type.wire(),
                body,
                isSent ? Status.WAITING : Status.FAILED,
                0,
                List.of(),
                now,
                isSent ? now : null);
        var isNew = deliveries.insert(delivery, happening);
        if (isNew && isSent) dues.at(new Due(Tenancy.require().id(), endpoint.id()), now);
        return delivery;
    }

    private String body(EventType type, Map<String, ?> data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.wire());
        body.put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS));
        body.put("data", data);
        return json.write(body);
    }
}
