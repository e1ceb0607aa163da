package org.plenary.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/** SPI: the conferences of the bound tenant, as far as people have roles in single ones. */
public interface ConferenceNames {
    record Named(UUID id, String slug, LocalizedText name) {}

    /** Which conference the path variable {@code conference} of an address names. */
    Optional<UUID> idOf(String slug);

    /** The latest first; at most 500. */
    List<Named> all();
}
