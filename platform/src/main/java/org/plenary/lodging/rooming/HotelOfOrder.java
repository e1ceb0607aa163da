package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.plenary.registration.OrderPart;
import org.springframework.stereotype.Component;

/** On the buyer's page of an order: the hotel's number of each room, and the way to a late check-out. */
@Component
class HotelOfOrder implements OrderPart {
    private static final int ORDER = 25;

    private final ConfirmedStays booked;
    private final LateAsking asking;

    HotelOfOrder(ConfirmedStays booked, LateAsking asking) {
        this.booked = booked;
        this.asking = asking;
    }

    record Shown(HotelStay stay, String hotel, boolean asks) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public CartPart.@Nullable Drawn draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var shown = booked.of(order.id()).stream()
                .map(found -> new Shown(
                        found.stay(), found.hotel().name().in(locale), asking.isOpen(conference, found.stay())))
                .toList();
        if (shown.isEmpty()) return null;
        return new CartPart.Drawn(
                "lodging/hotel-stays-part",
                "part",
                Map.of("stays", shown, "slug", conference.slug(), "code", order.code(), "secret", secret));
    }
}
