package org.plenary.registration.order;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/** SPI: takes the carts of the registration page that cannot be had now. */
public interface WaitingCarts {
    /** An entry of the waiting list to which the cart is another wish, with the secret that opens it. */
    record Alternative(String entry, @Nullable String secret) {}

    /**
     * Puts the cart on the waiting list.
     *
     * @param to null for an entry of its own
     * @return where the browser goes on
     * @throws org.plenary.kernel.Problem as placing it would, and when all of it can be had now
     */
    String wait(ConferenceView conference, PlaceOrder cart, @Nullable Alternative to);

    /** As {@link #wait(ConferenceView, PlaceOrder, Alternative)}, for people who are registered. @param to the order by which they are */
    String waitLater(ConferenceView conference, PlaceOrder cart, UUID to);

    /** Who waits there; empty when the secret is wrong. */
    Optional<Contact> contact(ConferenceView conference, Alternative of);
}
