package org.plenary.papers.call;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceSubjects;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a conference's call for papers and changes it. */
@Component
class Calling {
    private final Calls calls;
    private final BodyPeople people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calling(Calls calls, BodyPeople people, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Calls.@Nullable Versioned current(ConferenceView conference) {
        return calls.versioned(conference.id()).orElse(null);
    }

    /** @throws Problem.NotFound when there is no call yet */
    @Transactional(readOnly = true)
    public Calls.Versioned require(ConferenceView conference) {
        return calls.versioned(conference.id()).orElseThrow(() -> new Problem.NotFound("The call for papers"));
    }

    /**
     * @param ifMatch names the version that the caller read; null to change whatever there is
     * @param announced whether authors are told when a deadline moves to a later day
     * @throws Problem.Stale when somebody else changed it meanwhile
     */
    @Transactional
    public Calls.Versioned call(
            ConferenceView conference, CallInput input, @Nullable String ifMatch, boolean announced) {
        var before = calls.locked(conference.id()).orElse(null);
        Preconditions.check(ifMatch, before == null ? 0 : before.version());
        var call = input.checked(before == null ? null : before.call(), staff(conference, before, input));
        if (before == null) events.publishEvent(new CallOpened(Tenancy.require().id(), conference.id()));
        else call = extended(conference, before.call(), call, announced);
        audit.record(
                "call-for-papers.changed",
                conference.slug(),
                Map.of(
                        "tracks",
                        call.tracks().size(),
                        "deadline",
                        call.deadline().toString()));
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), ConferenceSubjects.KIND, conference.id()));
        return calls.save(conference.id(), call);
    }

    private Call extended(ConferenceView conference, Call before, Call after, boolean announced) {
        if (!conference.isPublic()) return after;
        var found = Extensions.between(before, after, clock.instant());
        if (announced)
            for (var each : found)
                events.publishEvent(new CallExtended(Tenancy.require().id(), conference.id(), each.stage(), each.at()));
        return after.with(Extensions.joined(before.extensions(), found));
    }

    /** Somebody who answers for a track keeps it although they work for the conference no more; asked for only when needed. */
    private Set<UUID> staff(ConferenceView conference, Calls.@Nullable Versioned before, CallInput input) {
        var allowed = new HashSet<UUID>();
        if (before != null) before.call().tracks().forEach(track -> allowed.addAll(track.chairs()));
        if (!allowed.containsAll(input.chairs()))
            allowed.addAll(people.staff(conference.id()).stream()
                    .map(BodyPeople.Someone::account)
                    .collect(Collectors.toSet()));
        return allowed;
    }
}
