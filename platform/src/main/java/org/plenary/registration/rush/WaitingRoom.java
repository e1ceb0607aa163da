package org.plenary.registration.rush;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The waiting room of a conference.
 *
 * @param run names one switching on; a place of one run is nothing in the next
 */
record WaitingRoom(UUID conference, String run, RoomSettings settings, long version) {
    Instant opensAt() {
        return settings.opensAt() == null ? Instant.EPOCH : settings.opensAt();
    }

    int perMinute() {
        return settings.perMinute() == null ? 0 : settings.perMinute();
    }

    int atOnce() {
        return settings.atOnce() == null ? 0 : settings.atOnce();
    }

    Duration idle() {
        return Duration.ofMinutes(settings.minutes() == null ? RoomSettings.MINUTES : settings.minutes());
    }

    int perAddress() {
        return settings.perAddress() == null ? RoomSettings.PER_ADDRESS : settings.perAddress();
    }
}
