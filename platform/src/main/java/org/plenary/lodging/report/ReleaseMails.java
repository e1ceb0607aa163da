package org.plenary.lodging.report;

import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.lodging.hotel.BlockReleased;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells staff that rooms went back to a hotel. */
@Component
class ReleaseMails {
    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final StaffMails mails;
    private final MessageSource messages;

    ReleaseMails(ConferenceApi conferences, Hotels hotels, StaffMails mails, MessageSource messages) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.mails = mails;
        this.messages = messages;
    }

    @OutboundListener(id = "lodging.mail-released-rooms")
    public void on(BlockReleased released) {
        if (released.roomNights() == 0) return;
        var conference = conferences.byId(released.conference());
        var hotel = hotels.find(conference.id(), released.hotel().toString()).orElse(null);
        if (hotel == null) return;
        var locale = Tenancy.require().locale();
        var name = hotel.name().in(locale);
        var why = messages.getMessage(
                "lodging.report.mail.cause." + released.cause().replaceFirst(":.*", ""), null, locale);
        mails.send(
                conference,
                "rooms-released:" + released.hotel() + ":" + released.cause(),
                "rooms-released",
                List.of(conference.name().in(locale), released.roomNights(), name),
                Map.of("roomNights", released.roomNights(), "hotel", name, "why", why));
    }
}
