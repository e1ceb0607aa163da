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
 * @param endsOn its own last day, in the conference's zone, where the conference has no common cut-off; null for the day before the
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

    /** The conference's own cut-off goes before the list's, unless the two are decoupled. */
    LocalDate lastDay(ConferenceView conference) {
        var common = conference.commonCutOff();
        return common == null ? ownLastDay(conference) : common.on();
    }

    boolean isOver(ConferenceView conference, Instant now) {
        return !now.isBefore(endsAt(conference));
    }

    /** An offer never outlasts the list. */
    Instant offerUntil(ConferenceView conference, Instant now) {
        var until = now.plus(offerHours, ChronoUnit.HOURS);
        var end = endsAt(conference);
        return until.isAfter(end) ? end : until;
    }

    /** The first moment that is too late. */
    private Instant endsAt(ConferenceView conference) {
        var common = conference.commonCutOff();
        if (common != null) return common.endsAt(conference.timeZone());
        return ownLastDay(conference)
                .plusDays(1)
                .atStartOfDay(conference.timeZone())
                .toInstant();
    }

    private LocalDate ownLastDay(ConferenceView conference) {
        return endsOn == null ? conference.startsOn().minusDays(1) : endsOn;
    }
}
