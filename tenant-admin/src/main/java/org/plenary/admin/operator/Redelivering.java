package org.plenary.admin.operator;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.LateEvents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator decides about events that did not arrive. */
@Component
class Redelivering {
    private final LateEvents events;
    private final AuditTrail audit;

    Redelivering(LateEvents events, AuditTrail audit) {
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    public void retry(UUID id) {
        var event = events.one(id);
        events.retry(id);
        record("event.retried", event);
    }

    @Transactional
    public int retryParked() {
        var count = events.retryParked();
        audit.record("event.all-retried", "parked", Map.of("count", count));
        return count;
    }

    @Transactional
    public void discard(UUID id) {
        var event = events.one(id);
        events.discard(id);
        record("event.discarded", event);
    }

    /** With all of the event, so that what was discarded can still be known and done by hand. */
    private void record(String action, LateEvents.LateEvent event) {
        audit.record(
                action,
                event.id().toString(),
                Map.of("listener", event.listener(), "type", event.type(), "event", event.event()));
    }
}
