package org.plenary.lodging.report;

import java.time.Clock;
import java.time.LocalDate;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceStatus;
import org.springframework.stereotype.Component;

/** Notes in time how full the blocks of the bound tenant are. */
@Component
public class PickupNotes {
    private static final int DAYS_AFTER = 1;

    private final ConferenceApi conferences;
    private final PickupDays days;
    private final Clock clock;

    PickupNotes(ConferenceApi conferences, PickupDays days, Clock clock) {
        this.conferences = conferences;
        this.days = days;
        this.clock = clock;
    }

    /** For every conference that is not over. */
    public void note() {
        for (var conference : conferences.all()) {
            var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
            if (conference.status() != ConferenceStatus.DRAFT
                    && !today.isAfter(conference.endsOn().plusDays(DAYS_AFTER))) days.note(conference.id(), today);
        }
    }
}
