package org.plenary.lodging.room;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;

/** SPI: what there is to do with a room that was booked, drawn under it on the buyer's page of an order. */
public interface StayPart {
    /** Under one stay, parts are drawn in rising order. */
    int order();

    /** By the booking; drawn as a {@link org.plenary.registration.OrderPart} is. Without those that have nothing to do. */
    Map<UUID, CartPart.Drawn> draw(ConferenceView conference, Opened order, String secret, Locale locale);
}
