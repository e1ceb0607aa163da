package org.plenary.lodging.contact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.OutsidePeople;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people of hotels in, and ends it. */
@Component
class LettingIn {
    private final HotelContacts contacts;
    private final OutsidePeople people;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final Clock clock;

    LettingIn(HotelContacts contacts, OutsidePeople people, Invitations invitations, AuditTrail audit, Clock clock) {
        this.contacts = contacts;
        this.people = people;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has the mails written, not too many of them. */
    @Component
    record Invitations(RateLimits limits, ApplicationEventPublisher events, Callers callers) {
        private static final int A_DAY = 50;

        void send(UUID hotel, UUID contact) {
            limits.take("hotel-contacts:" + hotel, A_DAY, Duration.ofDays(1));
            events.publishEvent(new ContactInvited(Tenancy.require().id(), contact));
        }
    }

    @Transactional(readOnly = true)
    public List<HotelContact> of(HotelDesk desk) {
        return contacts.of(desk.hotel().id());
    }

    /** @throws Problem.InvalidInput at {@code /name} or {@code /email} */
    @Transactional
    public void letIn(HotelDesk desk, String name, String email, Locale language) {
        var account = people.admit(name, email);
        var hotel = desk.hotel().id();
        var contact = contacts.save(new HotelContact(
                Ids.next(),
                hotel,
                account,
                name.strip(),
                email,
                language,
                invitations.callers().current().name(),
                clock.instant()));
        invitations.send(hotel, contact);
        record("hotel-contact.let-in", desk, contact);
    }

    /** The mail once more: it may have been lost, or its link has ended. */
    @Transactional
    public HotelContact writeAgain(HotelDesk desk, UUID id) {
        var contact = require(desk, id);
        contacts.touch(id, clock.instant());
        invitations.send(desk.hotel().id(), id);
        record("hotel-contact.invited-again", desk, id);
        return contact;
    }

    /** Holds from the next request on. Who is let in for other hotels too keeps those. */
    @Transactional
    public HotelContact end(HotelDesk desk, UUID id) {
        var contact = require(desk, id);
        contacts.delete(id);
        if (contacts.scopes(contact.account()).isEmpty()) people.dismiss(contact.account());
        record("hotel-contact.ended", desk, id);
        return contact;
    }

    HotelContact require(HotelDesk desk, UUID id) {
        return contacts.byId(id)
                .filter(contact -> contact.hotel().equals(desk.hotel().id()))
                .orElseThrow(() -> new Problem.NotFound("This person"));
    }

    private void record(String action, HotelDesk desk, UUID contact) {
        audit.record(
                action,
                contact.toString(),
                Map.of(
                        "conference", desk.conference().slug(),
                        "hotel", desk.hotel().key()));
    }
}
