package org.plenary.lodging.pool;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.CartPart;
import org.plenary.registration.OrderPart;
import org.springframework.stereotype.Component;

/** On the buyer's page of an order: the way into the pool, and the room of somebody else that they share by now. */
@Component
class PoolOfOrder implements OrderPart {
    private static final int ORDER = 20;

    private final Pool pool;
    private final Grounds grounds;
    private final Suiting suiting;
    private final MovingIn movingIn;
    private final PairCards pairs;

    PoolOfOrder(Pool pool, Grounds grounds, Suiting suiting, MovingIn movingIn, PairCards pairs) {
        this.pool = pool;
        this.grounds = grounds;
        this.suiting = suiting;
        this.movingIn = movingIn;
        this.pairs = pairs;
    }

    record SharedRoom(UUID mate, String hotel, String type, MovingIn.Shared shared) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public CartPart.@Nullable Drawn draw(ConferenceView conference, Opened order, String secret, Locale locale) {
        var shared = movingIn.of(conference, order.id());
        var ground = grounds.of(conference, order);
        // With its last hotel everybody left the pool.
        var seeker = grounds.isPoolOpen(conference) ? pool.of(order).orElse(null) : null;
        var isOpen = !ground.isNone();
        var pair = pairs.of(conference, order.id(), locale).orElse(null);
        if (seeker == null && shared.isEmpty() && !isOpen && pair == null) return null;
        var model = new HashMap<String, Object>();
        model.put("slug", conference.slug());
        model.put("code", order.code());
        model.put("secret", secret);
        model.put("pair", pair);
        model.put("isOpen", isOpen);
        model.put("state", seeker == null ? "out" : seeker.resting() ? "resting" : "in");
        model.put(
                "asking",
                seeker == null ? 0 : suiting.asking(conference, seeker).size());
        model.put("shared", rooms(shared, locale));
        return new CartPart.Drawn("lodging/pool-part", "part", model);
    }

    private static List<SharedRoom> rooms(List<MovingIn.Shared> shared, Locale locale) {
        return shared.stream()
                .map(each -> new SharedRoom(
                        each.id(), each.hotel().in(locale), each.type().in(locale), each))
                .toList();
    }
}
