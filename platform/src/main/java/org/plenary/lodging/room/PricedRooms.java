package org.plenary.lodging.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A night in each type of room. */
@Component
@Order(20)
class PricedRooms implements PricedThings {
    private final Hotels hotels;

    PricedRooms(Hotels hotels) {
        this.hotels = hotels;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        var items = new ArrayList<PriceItem>();
        for (var hotel : hotels.all(conference.id()))
            for (var type : hotel.roomTypes()) {
                var name = hotel.name().in(locale) + ", " + type.name().in(locale);
                items.add(new PriceItem(hotel.priceKey(type), name, type.nightlyRate()));
            }
        return items;
    }
}
