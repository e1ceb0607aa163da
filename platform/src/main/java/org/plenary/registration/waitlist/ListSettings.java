package org.plenary.registration.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;

/**
 * How the waiting list of a conference works.
 *
 * @param offerHours how long an offer holds its places
 * @param endsOn the last day on which people wait and are offered something, in the conference's zone; null for the day before the
 *     conference
 */
record ListSettings(
        boolean isOpen,
        int offerHours,
        PriceRule priceRule,
        @Nullable LocalDate endsOn,
        long version) {
    static final int USUAL_HOURS = 24;
    static final int MOST_HOURS = 24 * 14;
    static final ListSettings OFF = new ListSettings(false, USUAL_HOURS, PriceRule.TODAY, null, 0);

    void check(ConferenceView conference) {
        new Violations()
                .check(offerHours >= 1 && offerHours <= MOST_HOURS, "/offer_hours", "range", "From 1 to 336 hours.")
                .check(
                        endsOn == null || !endsOn.isAfter(conference.endsOn()),
                        "/ends_on",
                        "waiting_list_ends",
                        "Not after the conference.")
                .throwIfAny();
    }

    LocalDate lastDay(ConferenceView conference) {
        return endsOn == null ? conference.startsOn().minusDays(1) : endsOn;
    }

    boolean isOver(ConferenceView conference, Instant now) {
        return LocalDate.ofInstant(now, conference.timeZone()).isAfter(lastDay(conference));
    }

    /** An offer never outlasts the list. */
    Instant offerUntil(ConferenceView conference, Instant now) {
        var until = now.plus(offerHours, ChronoUnit.HOURS);
        var end = lastDay(conference)
                .plusDays(1)
                .atStartOfDay(conference.timeZone())
                .toInstant();
        return until.isAfter(end) ? end : until;
    }
}
