package org.plenary.lodging.rooming;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a rooming list as the one that the hotel was sent. */
@Component
class RoomingSending {
    private final RoomingLists lists;
    private final RoomingVersions versions;
    private final ApplicationEventPublisher events;

    RoomingSending(RoomingLists lists, RoomingVersions versions, ApplicationEventPublisher events) {
        this.lists = lists;
        this.versions = versions;
        this.events = events;
    }

    /**
     * @param since the one that the hotel works with; null for the one that was sent last, 0 for none
     * @param tells whether the hotel's people get a mail
     * @return its number
     */
    @Transactional
    public int send(HotelDesk desk, @Nullable Integer since, Locale language, boolean tells) {
        var listing = lists.now(desk.hotel(), since);
        var base = listing.since() == null ? 0 : listing.since().number();
        var number = versions.make(desk, listing.stays(), base, language);
        if (tells)
            events.publishEvent(new ListSent(
                    Tenancy.require().id(), desk.conference().id(), desk.hotel().id(), number));
        return number;
    }
}
