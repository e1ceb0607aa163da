package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.springframework.stereotype.Component;

/** Works out cancellations. The policy: all of it goes back until the conference starts, then nothing. */
@Component
class Cancellations {
    private final OrderLines lines;
    private final ConferenceApi conferences;
    private final Clock clock;

    Cancellations(OrderLines lines, ConferenceApi conferences, Clock clock) {
        this.lines = lines;
        this.conferences = conferences;
        this.clock = clock;
    }

    /** @param wanted ids of lines; null for all that are left */
    Cancellation of(OrderRow order, @Nullable List<UUID> wanted) {
        var conference = conferences.byId(order.conference());
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        return Cancellation.of(order, lines.of(order), wanted, today.isBefore(conference.startsOn()));
    }
}
