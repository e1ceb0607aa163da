package org.plenary.registration;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/** Orders for the modules that sell with them: opened by their secret links, and linked to in mails. */
public interface BuyersOrders {
    /**
     * What others may know of an order.
     *
     * @param buyer name and address of whoever ordered
     * @param locale in which the buyer is written to
     */
    record Opened(UUID id, String code, String buyer, String email, Locale locale) {}

    /** @throws org.plenary.kernel.Problem.NotFound also when the secret is wrong: that there is such an order is told to nobody */
    Opened open(ConferenceView conference, String code, @Nullable String secret);

    /** @throws org.plenary.kernel.Problem.NotFound when there is none */
    Opened byId(UUID order);

    /** For staff. @throws org.plenary.kernel.Problem.NotFound when the conference has none of this code */
    Opened byCode(ConferenceView conference, String code);

    /** A new link to the buyer's page. */
    String link(ConferenceView conference, UUID order);
}
