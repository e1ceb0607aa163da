package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A place on each tour, for each kind of guest that has a price of its own. */
@Component
@Order(30)
class PricedTours implements PricedThings {
    private final Tours tours;
    private final TourTexts texts;

    PricedTours(Tours tours, TourTexts texts) {
        this.tours = tours;
        this.texts = texts;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        return tours.all(conference.id()).stream()
                .flatMap(tour -> items(tour, locale))
                .toList();
    }

    /** The place itself, and the kinds of guests that pay something else. */
    private Stream<PriceItem> items(Tour tour, Locale locale) {
        var own = tour.details().pricedKinds().stream()
                .map(kind -> new PriceItem(
                        tour.priceKey(kind),
                        texts.text("lodging.tour.line-kind", locale, tour.name().in(locale), texts.kind(kind, locale)),
                        tour.price(kind)));
        return Stream.concat(
                Stream.of(new PriceItem(tour.stockKey(), tour.name().in(locale), tour.price())), own);
    }
}
