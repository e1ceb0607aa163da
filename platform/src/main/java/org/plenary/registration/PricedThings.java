package org.plenary.registration;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;

/** SPI: what has a price in a conference, in the order in which it is sold. */
public interface PricedThings {
    List<PriceItem> of(ConferenceView conference, Locale locale);
}
