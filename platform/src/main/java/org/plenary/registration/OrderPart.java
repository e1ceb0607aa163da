package org.plenary.registration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/** SPI: a section that a module above adds to the buyer's page of an order, which is opened by its secret link. */
public interface OrderPart {
    /** Sections are drawn in rising order, after the delegates: rooms 20, tours 30. */
    int order();

    /**
     * @param secret the one with which the page was opened, for links to pages behind it
     * @return the section, drawn as a {@link CartPart.Drawn} is; null when there is nothing to show
     */
    CartPart.@Nullable Drawn draw(ConferenceView conference, BuyersOrders.Opened order, String secret, Locale locale);
}
