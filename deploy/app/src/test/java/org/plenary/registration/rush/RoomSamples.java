package org.plenary.registration.rush;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.registration.rush.Line.Intent;
import org.plenary.registration.rush.Line.Visitor;

/** Waiting rooms and who comes to them. */
final class RoomSamples {
    private RoomSamples() {}

    /** One that has opened and lets in as given; null for no limit. */
    static WaitingRoom aRoom(@Nullable Integer perMinute, @Nullable Integer atOnce) {
        return room(Ids.next().toString(), Instant.EPOCH.plusSeconds(1), perMinute, atOnce, false, 0, 1);
    }

    /** The same, opening in an hour. */
    static WaitingRoom early(WaitingRoom room) {
        return changed(room, Instant.now().plusSeconds(3600), room.settings().isPaused());
    }

    /** The same, opened at this moment. */
    static WaitingRoom opened(WaitingRoom room) {
        return changed(room, Instant.now().minusMillis(1), room.settings().isPaused());
    }

    static WaitingRoom paused(WaitingRoom room) {
        return changed(room, room.opensAt(), true);
    }

    static WaitingRoom resumed(WaitingRoom room) {
        return changed(room, room.opensAt(), false);
    }

    static WaitingRoom limited(WaitingRoom room, int perAddress) {
        return room(
                room.run(),
                room.opensAt(),
                room.settings().perMinute(),
                room.settings().atOnce(),
                room.settings().isPaused(),
                perAddress,
                room.version() + 1);
    }

    private static WaitingRoom changed(WaitingRoom room, Instant opensAt, boolean paused) {
        return room(
                room.run(),
                opensAt,
                room.settings().perMinute(),
                room.settings().atOnce(),
                paused,
                room.perAddress(),
                room.version() + 1);
    }

    private static WaitingRoom room(
            String run,
            Instant opensAt,
            @Nullable Integer perMinute,
            @Nullable Integer atOnce,
            boolean paused,
            int perAddress,
            long version) {
        var settings = new RoomSettings(
                true, opensAt, perMinute, atOnce, 15, perAddress, RoomSettings.OPEN, paused, List.of());
        return new WaitingRoom(Ids.next(), run, settings, version);
    }

    static Visitor visitor(@Nullable String place) {
        return new Visitor(place, Standing.EVERYBODY, "192.0.2.1", Intent.ENTER);
    }

    static Visitor ordering(String place) {
        return new Visitor(place, Standing.EVERYBODY, "192.0.2.1", Intent.ORDER);
    }
}
