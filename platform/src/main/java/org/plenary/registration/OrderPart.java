package org.plenary.registration;

import java.util.List;
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

    /** The same in plain words, for mails and for the organizer's pages of an order and of its delegates. */
    default List<Note> notes(ConferenceView conference, BuyersOrders.Opened order, Locale locale) {
        return List.of();
    }

    /** @param change the path of the page on which staff change it; null when there is none */
    record Note(String title, List<Row> rows, @Nullable String change) {}

    record Row(String label, String text) {}
}
