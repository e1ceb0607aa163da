package org.plenary.conference.setup;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferencePublished;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceSubjects;
import org.plenary.conference.approval.RulePins;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a conference through its public life, in the transaction of the caller. */
@Component
class Lifecycle {
    private final Before before;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    /** What has to be so before a conference may begin its life, or show itself. */
    @Component
    record Before(ConferenceQuota quota, SetupChecklist checklist, ConferenceDocuments documents, RulePins rules) {}

    Lifecycle(Before before, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.before = before;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.plenary.kernel.Problem.Conflict {@code plan_limit} when the organization may not have one more */
    void requireRoom() {
        before.quota().requireRoom();
    }

    /** A new conference keeps to the rules that its organization follows. */
    void begin(Conference conference) {
        before.rules().begin(conference.id());
    }

    /** What it is about may be another thing now. */
    void changed(Conference conference) {
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), ConferenceSubjects.KIND, conference.id()));
    }

    void move(Conference conference, ConferenceStatus next) {
        if (conference.status() == next) return;
        if (next == ConferenceStatus.PUBLISHED && conference.mayMoveTo(next))
            before.checklist().requireComplete(before.documents().view(conference));
        var first = !conference.wasPublic();
        conference.moveTo(next, clock.instant());
        audit.record(
                "conference." + next.name().toLowerCase(Locale.ROOT),
                conference.id().toString(),
                Map.of());
        if (first) events.publishEvent(new ConferencePublished(Tenancy.require().id(), conference.id()));
    }
}
