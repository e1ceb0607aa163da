package org.plenary.lodging.rooming;

import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.rooming.RoomingLists.Listing;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Draws long rooming lists. After a crash the message comes again, and it is drawn anew. */
@Component
class RoomingDrawing {
    private final RoomingFiles files;
    private final RoomingLists lists;
    private final RoomingFile file;
    private final ConferenceApi conferences;
    private final Hotels hotels;

    RoomingDrawing(RoomingFiles files, RoomingLists lists, RoomingFile file, ConferenceApi conferences, Hotels hotels) {
        this.files = files;
        this.lists = lists;
        this.file = file;
        this.conferences = conferences;
        this.hotels = hotels;
    }

    @OutboundListener(id = "lodging.draw-rooming-list")
    void on(RoomingFileAsked asked) {
        var wanted = files.find(asked.hotel(), asked.file())
                .filter(each -> !each.isDrawn())
                .orElse(null);
        var hotel = hotels.find(asked.conference(), asked.hotel().toString()).orElse(null);
        // Whoever asked is gone with the hotel, or has the list by now.
        if (wanted == null || hotel == null) return;
        var desk = new HotelDesk(
                conferences.byId(asked.conference()), hotel, "", wanted.asked().ofHotel(), false);
        var locale = Languages.nearest(wanted.asked().language());
        var drawn = file.pdf(
                desk, listing(desk, wanted.asked()), locale, done -> advance(asked.hotel(), asked.file(), done));
        files.keep(asked.hotel(), asked.file(), drawn);
    }

    private void advance(UUID hotel, UUID id, int done) {
        files.advance(hotel, id, done);
    }

    /** @throws Problem.NotFound when there is no list of this number */
    Listing listing(HotelDesk desk, RoomingFiles.Asked asked) {
        return asked.number() == null
                ? lists.now(desk.hotel(), asked.since())
                : lists.sent(desk.hotel(), asked.number(), asked.since());
    }
}
