package org.plenary.lodging.hotel;

import org.plenary.conference.ConferenceView;

/** Hotels for tests of other packages. */
public final class HotelSamples {
    private HotelSamples() {}

    public static Hotel checked(ConferenceView conference, HotelInput input, String key) {
        return HotelRules.check(conference, input, key, null);
    }
}
