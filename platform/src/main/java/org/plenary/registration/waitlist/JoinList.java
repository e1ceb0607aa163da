package org.plenary.registration.waitlist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PlaceOrder;

/**
 * What somebody waits for, as it stands on the wire.
 *
 * @param carts one to three, the most wanted first, each in the shape of an order; one without a contact has the entry's
 * @param contact null when the first cart has one
 */
record JoinList(
        @Nullable Contact contact,
        List<PlaceOrder> carts,
        @Nullable String locale) {
    JoinList {
        carts = Json.isMissing(carts) ? List.of() : List.copyOf(carts);
    }

    @Nullable
    Contact who() {
        return contact != null || carts.isEmpty() ? contact : carts.getFirst().contact();
    }

    /** The cart as the order that it may become. */
    PlaceOrder order(int number) {
        var cart = carts.get(number);
        return cart.orderedBy(who(), locale == null ? cart.locale() : locale);
    }
}
