package org.plenary.lodging.split;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.lodging.room.BookedStays;
import org.plenary.lodging.room.StayPart;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.springframework.stereotype.Component;

/** Under a room on the buyer's page of an order: the way to its costs, once somebody shares it and something was paid here. */
@Component
class CostsOfStay implements StayPart {
    private static final int ORDER = 22;

    private final BookedStays stays;
    private final MovingIn mates;
    private final SplitRows rows;

    CostsOfStay(BookedStays stays, MovingIn mates, SplitRows rows) {
        this.stays = stays;
        this.mates = mates;
        this.rows = rows;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Map<UUID, CartPart.Drawn> draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var drawn = new HashMap<UUID, CartPart.Drawn>();
        var splits = rows.ofOrder(order.id());
        for (var stay : stays.of(order.id())) {
            var isShared =
                    stay.confirmed() && stay.due().isPositive() && stay.guests().size() > 1;
            if (!isShared || mates.in(stay.id()).isEmpty()) continue;
            var paid = splits.stream()
                    .filter(each -> each.booking().equals(stay.id()) && each.status() == Split.Status.PAID)
                    .toList();
            drawn.put(
                    stay.id(),
                    new CartPart.Drawn(
                            "lodging/room-costs-part",
                            "part",
                            Map.of(
                                    "room",
                                    stay.id(),
                                    "paid",
                                    paid,
                                    "slug",
                                    conference.slug(),
                                    "code",
                                    order.code(),
                                    "secret",
                                    secret)));
        }
        return drawn;
    }
}
