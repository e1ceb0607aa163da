package org.plenary.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one date until which a conference sells registration, rooms and tours.
 *
 * @param on its last day
 * @param anywhereOnEarth whether the day lasts as long as it is that day anywhere, not only at the venue
 * @param decoupled whether rooms and tours go by dates of their own
 */
public record CutOff(LocalDate on, boolean anywhereOnEarth, boolean decoupled) {
    private static final ZoneOffset WHERE_DAYS_END_LAST = ZoneOffset.ofHours(-12);

    /** The first moment that is too late. */
    public Instant endsAt(ZoneId zoneOfVenue) {
        return on.plusDays(1)
                .atStartOfDay(anywhereOnEarth ? WHERE_DAYS_END_LAST : zoneOfVenue)
                .toInstant();
    }

    public boolean hasPassed(Instant now, ZoneId zoneOfVenue) {
        return !now.isBefore(endsAt(zoneOfVenue));
    }
}
