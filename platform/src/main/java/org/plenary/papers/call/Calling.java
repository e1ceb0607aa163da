package org.plenary.papers.call;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a conference's call for papers and changes it. */
@Component
class Calling {
    private final Calls calls;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Calling(Calls calls, AuditTrail audit, ApplicationEventPublisher events) {
        this.calls = calls;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Calls.@Nullable Versioned current(ConferenceView conference) {
        return calls.versioned(conference.id()).orElse(null);
    }

    /** @param version that the caller read, or null to change whatever there is */
    @Transactional
    public Calls.Versioned call(ConferenceView conference, CallInput input, @Nullable Long version) {
        var call = input.checked();
        var before = calls.versioned(conference.id());
        if (version != null && before.map(Calls.Versioned::version).orElse(0L) != version.longValue())
            throw new Problem.Stale();
        audit.record(
                "call-for-papers.changed",
                conference.slug(),
                Map.of("tracks", call.tracks().size()));
        if (before.isEmpty())
            events.publishEvent(new CallOpened(Tenancy.require().id(), conference.id()));
        return calls.save(conference.id(), call);
    }
}
