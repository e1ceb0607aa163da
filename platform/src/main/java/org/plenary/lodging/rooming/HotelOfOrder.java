package org.plenary.lodging.rooming;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.room.StayPart;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.springframework.stereotype.Component;

/** Under a room on the buyer's page of an order: whether the hotel has confirmed it, and the way to a late check-out. */
@Component
class HotelOfOrder implements StayPart {
    private static final int ORDER = 25;

    private final ConfirmedStays booked;
    private final LateAsking asking;

    HotelOfOrder(ConfirmedStays booked, LateAsking asking) {
        this.booked = booked;
        this.asking = asking;
    }

    record Shown(HotelStay stay, boolean asks) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Map<UUID, CartPart.Drawn> draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var drawn = new HashMap<UUID, CartPart.Drawn>();
        for (var found : booked.of(order.id())) {
            var shown = new Shown(found.stay(), asking.isOpen(conference, found.stay()));
            drawn.put(
                    found.stay().id(),
                    new CartPart.Drawn(
                            "lodging/hotel-stays-part",
                            "part",
                            Map.of("shown", shown, "slug", conference.slug(), "code", order.code(), "secret", secret)));
        }
        return drawn;
    }
}
