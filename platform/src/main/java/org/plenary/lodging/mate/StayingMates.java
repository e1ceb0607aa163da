package org.plenary.lodging.mate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.lodging.room.InvitedGuests;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Room-mates stay in a room whose dates, type or guests change, as long as it has beds. */
@Component
class StayingMates implements InvitedGuests {
    private final MateRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StayingMates(MateRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<String> among(UUID booking, List<String> guests, List<String> joined) {
        var room = rows.locked(booking).orElseThrow();
        var mates = rows.matesOf(List.of(booking)).stream()
                .filter(mate -> mate.status() == Mate.Status.JOINED)
                .toList();
        var own = new ArrayList<>(guests);
        // Each name once: two may be called the same.
        joined.forEach(own::remove);
        var all = new ArrayList<>(own);
        for (var mate : mates) {
            if (all.size() < room.occupancy()) all.add(mate.name());
            else takeOut(room, mate);
        }
        return all;
    }

    private void takeOut(Room room, Mate mate) {
        rows.mark(mate.id(), Mate.Status.REMOVED, mate.name(), mate.email(), clock.instant());
        events.publishEvent(new MateMoved(Tenancy.require().id(), room.conference(), mate.id(), Mate.Status.REMOVED));
    }
}
