package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers people for whom staff fill in the form: at the desk, on the phone, or from paper. */
@Component
class DeskOrdering {
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 365;

    private final Ordering ordering;
    private final Origins origins;
    private final Signed signed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskOrdering(Ordering ordering, Origins origins, Signed signed, ApplicationEventPublisher events, Clock clock) {
        this.ordering = ordering;
        this.origins = origins;
        this.signed = signed;
        this.events = events;
        this.clock = clock;
    }

    /** Who does it, and where that is written down. */
    @Component
    record Signed(Callers callers, AuditTrail audit) {}

    /**
     * @param id of the order to be; the form carries it, so that sent twice it is one order
     * @param heldUntil the last day on which it holds its places unpaid
     * @param writes whether the buyer gets a mail with the way to pay
     */
    record Entry(UUID id, @Nullable Source source, @Nullable LocalDate heldUntil, boolean writes) {}

    /** @return the order's code */
    @Transactional
    public String place(ConferenceView conference, PlaceOrder cart, Entry entry) {
        var former = origins.code(conference.id(), entry.id());
        if (former.isPresent()) return former.get();
        var source = entry.source();
        if (source == null) throw new Problem.InvalidInput("/source", "required", "This is required.");
        var until = lastDay(conference, entry.heldUntil());
        var held = until.plusDays(1).atStartOfDay(conference.timeZone()).toInstant();
        var placed = ordering.placeByStaff(conference, cart, new Ordering.ByStaff(entry.id(), held));
        var caller = signed.callers().current();
        origins.note(placed.order(), source, caller.name());
        signed.audit().record("order.registered-by-staff", placed.code(), Map.of("source", source.wire()));
        if (entry.writes() && !placed.confirmed())
            events.publishEvent(new RegisteredByStaff(Tenancy.require().id(), placed.order()));
        return placed.code();
    }

    Quote preview(ConferenceView conference, PlaceOrder cart, java.util.Locale locale) {
        return ordering.previewForStaff(conference, cart, locale);
    }

    /** The order that a form made when it was sent before. */
    java.util.Optional<String> former(ConferenceView conference, UUID id) {
        return origins.code(conference.id(), id);
    }

    LocalDate usualLastDay(ConferenceView conference) {
        return today(conference).plusDays(USUAL_DAYS);
    }

    private LocalDate lastDay(ConferenceView conference, @Nullable LocalDate asked) {
        if (asked == null) return usualLastDay(conference);
        var today = today(conference);
        if (asked.isBefore(today) || asked.isAfter(today.plusDays(MOST_DAYS)))
            throw new Problem.InvalidInput("/held_until", "held_until", "From today to a year ahead.");
        return asked;
    }

    private LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }
}
