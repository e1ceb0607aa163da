package org.plenary.lodging.contact;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.stereotype.Component;

/** Opens the desks of hotels: every page of a hotel asks here first whose hotel it is. */
@Component
public class HotelDesks {
    private static final String ACCOUNT = "account:";

    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final HotelContacts contacts;
    private final Callers callers;

    HotelDesks(ConferenceApi conferences, Hotels hotels, HotelContacts contacts, Callers callers) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.contacts = contacts;
        this.callers = callers;
    }

    /** For staff, whose right the page has asked for. @param hotel key or id */
    public HotelDesk ofStaff(String conference, String hotel) {
        var found = conferences.bySlug(conference);
        var opened = hotels.find(found.id(), hotel).orElseThrow(() -> new Problem.NotFound("This hotel"));
        return new HotelDesk(
                found,
                opened,
                "/manage/conferences/" + found.slug() + "/hotels/" + opened.key(),
                false,
                callers.current().may(Permission.REGISTRATION_WRITE));
    }

    /**
     * For somebody of a hotel. The scope is read anew for each request, so taking it away holds at once.
     *
     * @throws Problem.NotFound for every hotel that is not theirs: that it exists is told to nobody
     */
    public HotelDesk ofContact(UUID hotel) {
        return contacts.scope(account(), hotel).map(this::desk).orElseThrow(() -> new Problem.NotFound("This hotel"));
    }

    /** Every hotel that the caller was let in for. */
    public List<HotelDesk> own() {
        return contacts.scopes(account()).stream().map(this::desk).toList();
    }

    private HotelDesk desk(HotelContacts.Scope scope) {
        var conference = conferences.byId(scope.conference());
        return new HotelDesk(
                conference, scope.hotel(), "/hotel/" + scope.hotel().id(), true, true);
    }

    /** Programs have no hotel. */
    private UUID account() {
        var caller = callers.current();
        if (!caller.may(Permission.LODGING_HOTEL) || !caller.id().startsWith(ACCOUNT))
            throw new Problem.NotFound("This hotel");
        return UUID.fromString(caller.id().substring(ACCOUNT.length()));
    }
}
