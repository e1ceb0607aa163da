package org.plenary.conference.setup;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferencePublished;
import org.plenary.conference.ConferenceStatus;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a conference through its public life, in the transaction of the caller. */
@Component
class Lifecycle {
    private final SetupChecklist checklist;
    private final ConferenceDocuments documents;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Lifecycle(
            SetupChecklist checklist,
            ConferenceDocuments documents,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.checklist = checklist;
        this.documents = documents;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void move(Conference conference, ConferenceStatus next) {
        if (conference.status() == next) return;
        if (next == ConferenceStatus.PUBLISHED && conference.mayMoveTo(next))
            checklist.requireComplete(documents.view(conference));
        var first = !conference.wasPublic();
        conference.moveTo(next, clock.instant());
        audit.record(
                "conference." + next.name().toLowerCase(Locale.ROOT),
                conference.id().toString(),
                Map.of());
        if (first) events.publishEvent(new ConferencePublished(Tenancy.require().id(), conference.id()));
    }
}
