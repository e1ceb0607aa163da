package org.plenary.registration.group;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.order.Seat;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When names are given and changed, and what else comes of it. */
@Component
class NamingRules {
    private final GroupSettings settings;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    NamingRules(GroupSettings settings, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** Staff name people after the last day too: somebody stands before them. */
    boolean isOpen(ConferenceView conference, boolean isStaff) {
        return isStaff || settings.of(conference.id()).takesNames(conference, clock);
    }

    void requireChangeable(ConferenceView conference, Place place, boolean isStaff) {
        if (!place.isLive())
            throw new Problem.Conflict("place_over", "This place was cancelled, or its order has ended.");
        if (place.hasCome())
            throw new Problem.Conflict(
                    "place_checked_in", "This person has come already: nothing is changed any more.");
        if (!isOpen(conference, isStaff))
            throw new Problem.Conflict(
                    "names_closed", "The day is over until which names were taken; ask the organizer.");
    }

    void named(
            ConferenceView conference,
            String order,
            Place before,
            Seat seat,
            @Nullable String ticket,
            boolean isStaff) {
        if (isStaff) audit.record("group.named", order, Map.of("place", before.number()));
        var isNewAddress = !seat.email().equalsIgnoreCase(before.email());
        if (ticket != null && (isNewAddress || !ticket.equals(before.ticket())))
            issued(conference.id(), before.id(), ticket, seat.email());
    }

    /** The address is not told: a hash of it is enough to write once to each. */
    void issued(UUID conference, UUID place, String ticket, String email) {
        var key = "group-ticket:" + ticket + ":"
                + Secrets.hash(email.toLowerCase(Locale.ROOT)).substring(0, 16);
        events.publishEvent(new TicketIssued(Tenancy.require().id(), conference, place, key));
    }

    /** Whoever had a ticket is told that it is worth nothing any more. */
    void vacated(ConferenceView conference, String order, Place before, boolean isStaff) {
        if (before.ticket() != null)
            events.publishEvent(
                    new PlaceVacated(Tenancy.require().id(), conference.id(), before.id(), before.revision()));
        if (isStaff)
            audit.record("group.vacated", order, Map.of("place", before.number(), "conference", conference.slug()));
    }
}
