package org.plenary.lodging.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.plenary.lodging.room.FreeRooms;
import org.springframework.stereotype.Component;

/** The hotels on a conference's public page. */
@Component
class HotelsPart implements PublicPart {
    private static final int ORDER = 20;

    private final FreeRooms freeRooms;

    HotelsPart(FreeRooms freeRooms) {
        this.freeRooms = freeRooms;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        var hotels = freeRooms.of(conference).stream()
                .map(hotel -> HotelCard.of(hotel, locale))
                .toList();
        if (hotels.isEmpty()) return null;
        return new Drawn("lodging/public-part", "part", Map.of("hotels", hotels));
    }
}
