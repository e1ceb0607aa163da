package org.plenary.registration.rush;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Remembered;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The settings of waiting rooms. They are in the database, so that they stand when Redis has lost all it knew. */
@Component
class WaitingRooms {

    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;
    private final ConferenceApi conferences;
    private final Clock clock;

    /** Every request to register asks; another node hears of a change within this time. */
    private final Remembered<String, Optional<WaitingRoom>> remembered = new Remembered<>(Duration.ofSeconds(2));

    WaitingRooms(JdbcClient jdbc, Json json, AuditTrail audit, ConferenceApi conferences, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.conferences = conferences;
        this.clock = clock;
    }

    /** The room that now stands before a conference's registration; none when it is off, or the conference is not open. */
    Optional<WaitingRoom> standing(String slug) {
        return remembered.of(key(slug), unknown -> read(slug));
    }

    private Optional<WaitingRoom> read(String slug) {
        try {
            var conference = conferences.bySlug(slug);
            if (!conference.isOpen()) return Optional.empty();
            return find(conference.id()).filter(room -> room.settings().on());
        } catch (Problem.NotFound e) {
            return Optional.empty();
        }
    }

    @Transactional(readOnly = true)
    Optional<WaitingRoom> find(UUID conference) {
        return jdbc.sql("SELECT run, definition, version FROM waiting_room WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> new WaitingRoom(
                        conference, row.getString(1), json.read(row.getString(2), RoomSettings.class), row.getLong(3)))
                .optional();
    }

    /**
     * Writes the settings. Switching on begins a new run, in which nobody has a place yet.
     *
     * @param ifMatch the tag of the version that the writer saw, or null to write in any case
     */
    @Transactional
    public WaitingRoom save(ConferenceView conference, RoomSettings settings, @Nullable String ifMatch) {
        settings.check();
        var before = find(conference.id());
        Preconditions.check(ifMatch, before.map(WaitingRoom::version).orElse(0L));
        before.ifPresent(room -> checkOpening(room, settings));
        var isNew = before.filter(room -> room.settings().on()).isEmpty();
        var run = isNew ? Ids.next().toString() : before.map(WaitingRoom::run).orElseThrow();
        var version = jdbc.sql("""
                INSERT INTO waiting_room (conference_id, run, definition, version)
                VALUES (:conference, :run, CAST(:definition AS jsonb), 1)
                ON CONFLICT (conference_id) DO UPDATE
                SET run = excluded.run, definition = excluded.definition, version = waiting_room.version + 1
                WHERE waiting_room.version = :version
                RETURNING version""")
                .param("conference", conference.id())
                .param("run", run)
                .param("definition", json.write(settings))
                .param("version", before.map(WaitingRoom::version).orElse(0L))
                .query(Long.class)
                .optional()
                .orElseThrow(Problem.Stale::new);
        audit.record(action(before, settings), conference.slug(), details(settings));
        return new WaitingRoom(conference.id(), run, settings, version);
    }

    /** Writes down that some were let in by hand. */
    @Transactional
    public void admitted(ConferenceView conference, int count) {
        audit.record("waiting_room.admitted", conference.slug(), Map.of("count", count));
    }

    void forget(String slug) {
        remembered.forget(key(slug));
    }

    /** Who was drawn is drawn: a second opening would draw a second time, or let in before the first. */
    private void checkOpening(WaitingRoom before, RoomSettings settings) {
        var stays =
                !before.settings().on() || !settings.on() || before.opensAt().equals(settings.opensAt());
        if (!stays && !clock.instant().isBefore(before.opensAt()))
            throw new Problem.InvalidInput(
                    "/opens_at", "rush_opened", "It has opened; pause it, or end it and switch it on again.");
    }

    private static String action(Optional<WaitingRoom> before, RoomSettings settings) {
        var wasOn = before.filter(room -> room.settings().on()).isPresent();
        if (settings.on() != wasOn) return settings.on() ? "waiting_room.opened" : "waiting_room.ended";
        var wasPaused = before.filter(room -> room.settings().isPaused()).isPresent();
        if (settings.isPaused() != wasPaused)
            return settings.isPaused() ? "waiting_room.paused" : "waiting_room.resumed";
        return "waiting_room.changed";
    }

    private static Map<String, Object> details(RoomSettings settings) {
        return Map.of(
                "opens_at", String.valueOf(settings.opensAt()),
                "per_minute", String.valueOf(settings.perMinute()),
                "at_once", String.valueOf(settings.atOnce()),
                "without_redis", String.valueOf(settings.withoutRedis()));
    }

    private static String key(String slug) {
        return Tenancy.require().id() + ":" + slug;
    }
}
