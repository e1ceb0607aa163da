package org.plenary.lodging.contact;

import java.time.Clock;
import java.time.LocalDate;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotel;

/**
 * A hotel as somebody works on it: staff of the organizer, or somebody of the hotel itself.
 *
 * @param base address of its pages, the same ones for both
 * @param ofHotel whether it is somebody of the hotel
 * @param writes whether they may change something
 */
public record HotelDesk(ConferenceView conference, Hotel hotel, String base, boolean ofHotel, boolean writes) {
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    /** The layout around its pages: what is the organizer's is not shown to hotels. */
    public String layout() {
        return ofHotel ? "layout/public" : "layout/organizer";
    }
}
