package org.plenary.conference.setup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * What somebody wants a conference to be, as sent and not yet checked. A member that is null stays as it is; for a new
 * conference it is missing.
 *
 * @param status {@code draft}, {@code published}, {@code closed} or {@code archived}
 */
public record ConferenceChange(
        @Nullable String slug,
        @Nullable LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String timeZone,
        @Nullable VenueChange venue,
        @Nullable String currency,
        @Nullable List<@Nullable String> languages,
        @Nullable String status) {

    /** A venue as sent; it replaces the whole venue. */
    public record VenueChange(
            @Nullable LocalizedText name,
            @Nullable LocalizedText city,
            @Nullable String country) {}

    static ConferenceChange ofStatus(String status) {
        return new ConferenceChange(null, null, null, null, null, null, null, null, null, status);
    }
}
