package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.plenary.registration.OrderPart;
import org.springframework.stereotype.Component;

/** The tours on the buyer's page of an order: when and where people meet, who comes, and the vouchers. */
@Component
class ToursOfOrder implements OrderPart {
    private static final int ORDER = 30;

    private final Tours tours;
    private final TourPlaces places;

    ToursOfOrder(Tours tours, TourPlaces places) {
        this.tours = tours;
        this.places = places;
    }

    /** @param names of those who come, as far as they are known; @param places all of them */
    record Shown(
            String name,
            String meetsAt,
            String meetingPoint,
            @Nullable String meetingLink,
            List<String> names,
            int places,
            boolean cancelled) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public CartPart.@Nullable Drawn draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var byTour = places.ofOrder(order.id(), locale).stream()
                .filter(Place::isConfirmed)
                .collect(Collectors.groupingBy(Place::tour));
        if (byTour.isEmpty()) return null;
        var shown = new ArrayList<Shown>();
        for (var tour : tours.all(conference.id()))
            if (byTour.containsKey(tour.id())) shown.add(shown(tour, byTour.get(tour.id()), locale));
        return new CartPart.Drawn(
                "lodging/tour-order-part",
                "part",
                Map.of(
                        "tours",
                        shown,
                        "hasVouchers",
                        shown.stream().anyMatch(each -> !each.cancelled()),
                        "slug",
                        conference.slug(),
                        "code",
                        order.code(),
                        "secret",
                        secret));
    }

    private static Shown shown(Tour tour, List<Place> places, Locale locale) {
        return new Shown(
                tour.name().in(locale),
                TourTexts.at(tour.meetsAt(), locale),
                tour.meetingPoint().in(locale),
                tour.details().mapLink(),
                places.stream().map(Place::name).filter(name -> !name.isEmpty()).toList(),
                places.size(),
                tour.isCancelled());
    }
}
