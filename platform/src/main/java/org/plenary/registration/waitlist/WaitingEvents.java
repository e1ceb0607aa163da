package org.plenary.registration.waitlist;

import java.util.UUID;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened on a waiting list of the bound tenant. */
@Component
class WaitingEvents {
    private final ApplicationEventPublisher events;

    WaitingEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    void joined(UUID conference, UUID entry) {
        events.publishEvent(new EntryJoined(Tenancy.require().id(), conference, entry));
    }

    void linkAsked(UUID conference, UUID entry) {
        events.publishEvent(new LinkAsked(Tenancy.require().id(), conference, entry));
    }

    void offered(UUID conference, UUID entry) {
        events.publishEvent(new OfferMade(Tenancy.require().id(), conference, entry));
    }

    void ended(UUID conference, UUID entry) {
        events.publishEvent(new EntryEnded(Tenancy.require().id(), conference, entry));
    }
}
