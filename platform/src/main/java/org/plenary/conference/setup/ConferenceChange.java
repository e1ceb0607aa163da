package org.plenary.conference.setup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.CutOff;
import org.plenary.kernel.LocalizedText;

/**
 * What somebody wants a conference to be, as sent and not yet checked. A member that is null stays as it is; for a new
 * conference it is missing.
 *
 * @param status {@code draft}, {@code published}, {@code closed} or {@code archived}
 * @param expectedAttendance 0 when nobody knows
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
        @Nullable String status,
        @Nullable Integer expectedAttendance,
        @Nullable CutOffChange cutOff) {

    /** A venue as sent; it replaces the whole venue. */
    public record VenueChange(
            @Nullable LocalizedText name,
            @Nullable LocalizedText city,
            @Nullable String country) {}

    /**
     * A cut-off as sent; it replaces the whole cut-off.
     *
     * @param on its last day; null for no cut-off
     * @param zone the conference's own or {@code AoE}; null for the conference's own
     */
    public record CutOffChange(
            @Nullable LocalDate on,
            @Nullable String zone,
            @Nullable Boolean decoupled) {
        static final String ANYWHERE_ON_EARTH = "AoE";

        static CutOffChange of(@Nullable CutOff cutOff) {
            if (cutOff == null) return new CutOffChange(null, null, null);
            return new CutOffChange(
                    cutOff.on(), cutOff.anywhereOnEarth() ? ANYWHERE_ON_EARTH : null, cutOff.decoupled());
        }

        boolean isAnywhereOnEarth() {
            return ANYWHERE_ON_EARTH.equals(zone);
        }

        @Nullable
        CutOff cutOff() {
            return on == null ? null : new CutOff(on, isAnywhereOnEarth(), Boolean.TRUE.equals(decoupled));
        }
    }

    static ConferenceChange ofStatus(@Nullable String status) {
        return new ConferenceChange(null, null, null, null, null, null, null, null, null, status, null, null);
    }
}
