package org.plenary.registration.rush;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the organizer does with the waiting room: sets it up, watches it, pauses it, lets people in, ends it. */
@Component
class Rush {
    static final int MOST_BY_HAND = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Rush.class);

    private final WaitingRooms rooms;
    private final Line line;

    Rush(WaitingRooms rooms, Line line) {
        this.rooms = rooms;
        this.line = line;
    }

    Optional<WaitingRoom> room(ConferenceView conference) {
        return rooms.find(conference.id());
    }

    /** Empty while the room is off, or its line cannot be reached. */
    Optional<Figures> figures(WaitingRoom room) {
        if (!room.settings().on()) return Optional.empty();
        try {
            return Optional.of(line.figures(room));
        } catch (Line.Unreachable e) {
            return Optional.empty();
        }
    }

    WaitingRoom configure(ConferenceView conference, RoomSettings settings, @Nullable String ifMatch) {
        var before = rooms.find(conference.id());
        var room = rooms.save(conference, settings, ifMatch);
        rooms.forget(conference.slug());
        if (room.settings().on()) figures(room);
        else before.ifPresent(this::clear);
        return room;
    }

    void pause(ConferenceView conference, boolean paused) {
        var room = running(conference);
        configure(conference, room.settings().paused(paused), null);
    }

    void end(ConferenceView conference) {
        var room = running(conference);
        configure(conference, room.settings().turned(false), null);
    }

    /**
     * Lets the next ones in at once, whatever the rate.
     *
     * @return how many came in; fewer when fewer wait
     */
    int admit(ConferenceView conference, int count) {
        var room = running(conference);
        if (count < 1 || count > MOST_BY_HAND)
            throw new Problem.InvalidInput("/count", "range", "From 1 to " + MOST_BY_HAND + ".");
        try {
            var done = line.admit(room, count);
            if (done < 0) throw new Problem.Conflict("rush_not_open", "Nobody is let in before the opening.");
            rooms.admitted(conference, done);
            return done;
        } catch (Line.Unreachable e) {
            throw new Problem.Unavailable("waiting_room_unavailable", "The waiting room cannot be reached now.");
        }
    }

    private WaitingRoom running(ConferenceView conference) {
        return rooms.find(conference.id())
                .filter(room -> room.settings().on())
                .orElseThrow(() -> new Problem.Conflict("rush_off", "There is no waiting room now."));
    }

    private void clear(WaitingRoom room) {
        try {
            line.clear(room.run());
        } catch (Line.Unreachable e) {
            LOG.warn("a waiting room that ended was left to its time: {}", e.getMessage());
        }
    }
}
