package org.plenary.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/** SPI: what somebody registers for, told by the link that brought them: an accepted paper, which they will present. */
public interface Occasion {
    /** @param country ISO 3166-1 alpha-2; these are for the form to begin with */
    record Welcome(
            String text,
            String name,
            String email,
            @Nullable String affiliation,
            @Nullable String country) {}

    /** Empty for a token that is not of this kind of occasion, or holds no more. */
    Optional<Welcome> welcome(ConferenceView conference, String token, Locale locale);

    /** An order is placed by the link, in the order's transaction. A token that holds no more binds nothing, and stops no order. */
    void placed(ConferenceView conference, UUID order, String token);
}
