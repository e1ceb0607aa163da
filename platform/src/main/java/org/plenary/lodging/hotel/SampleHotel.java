package org.plenary.lodging.hotel;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.springframework.stereotype.Component;

/** A block of two room types. Without a contract nothing of it is sold. */
@Component
class SampleHotel implements SampleContent {
    private static final int ORDER = 50;

    private final Hotels hotels;

    SampleHotel(Hotels hotels) {
        this.hotels = hotels;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void fill(ConferenceView conference, SampleText text) {
        hotels.create(conference, text.read("hotel", HotelInput.class));
    }
}
