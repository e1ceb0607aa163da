package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A place on each tour. */
@Component
@Order(30)
class PricedTours implements PricedThings {
    private final Tours tours;

    PricedTours(Tours tours) {
        this.tours = tours;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        return tours.all(conference.id()).stream()
                .map(tour -> new PriceItem(tour.stockKey(), tour.name().in(locale), tour.price()))
                .toList();
    }
}
