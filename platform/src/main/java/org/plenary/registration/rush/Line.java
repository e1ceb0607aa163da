package org.plenary.registration.rush;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Signatures;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The line before a conference's registration. All of it is in Redis and every step is one script, so that any number of
 * nodes serve one line; the keys of a run have one hash tag and are forgotten a week after the opening.
 */
@Component
class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final List<String> PARTS =
            List.of("settings", "state", "queue", "away", "seen", "places", "admitted", "figures");
    private static final int PAUSE_SECONDS = 2;
    private static final int ADDRESS_LENGTH = 16;

    @SuppressWarnings("rawtypes")
    private final RedisScript<List> script = RedisScript.of(new ClassPathResource("line.lua", Line.class), List.class);

    private final StringRedisTemplate redis;
    private final Signatures signatures;
    private final Clock clock;
    /** Not asked again before this: with a Redis that hangs, every request would wait for its timeout. */
    private final AtomicReference<Instant> unreachableUntil = new AtomicReference<>(Instant.EPOCH);

    Line(StringRedisTemplate redis, Signatures signatures, Clock clock) {
        this.redis = redis;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** The line cannot be asked now. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(@Nullable Throwable cause) {
            super("the waiting room cannot be reached", cause);
        }
    }

    /**
     * Who wants to go in.
     *
     * @param place the one that they have, or null
     * @param group the index of the group whose code they have, or {@link Standing#EVERYBODY}
     * @param network whom their address stands for
     * @param intent what they are about to do
     */
    record Visitor(@Nullable String place, int group, String network, Intent intent) {}

    enum Intent {
        /** To open a page: who has no place gets one. */
        ENTER,
        /** To place an order: no other of the same place may begin until it is done. */
        ORDER,
        /** To bring a part of an open page up to date: this gives nobody a place. */
        UPDATE
    }

    /** Gives a place to one who has none and wants one, and tells where they stand. Whoever is inside is active by this. */
    Standing enter(WaitingRoom room, Visitor visitor) throws Unreachable {
        var place = visitor.place() == null ? "" : visitor.place();
        return Standing.of(run(
                room.run(),
                addressKey(room.run(), visitor.network()),
                Stream.concat(
                        settings("enter", room),
                        Stream.of(
                                place,
                                visitor.intent() == Intent.UPDATE ? "" : Ids.secret(),
                                String.valueOf(visitor.group()),
                                visitor.intent() == Intent.ORDER ? "1" : "0",
                                Ids.secret()))));
    }

    /** Where somebody stands; costs one script and nothing else. */
    Standing poll(String run, String place) throws Unreachable {
        return Standing.of(run(run, none(run), Stream.of("poll", place, Ids.secret())));
    }

    /** The order was placed: the place is used up. */
    void finish(String run, String place) throws Unreachable {
        run(run, none(run), Stream.of("finish", place));
    }

    /** The order was not placed: another try may begin. */
    void release(String run, String place) throws Unreachable {
        run(run, none(run), Stream.of("release", place));
    }

    /** Lets the next ones in whatever the rate; tells how many, or -1 before the opening. */
    int admit(WaitingRoom room, int count) throws Unreachable {
        var more = Stream.of(String.valueOf(count), Ids.secret());
        return Integer.parseInt(run(room.run(), none(room.run()), Stream.concat(settings("admit", room), more))
                .getFirst());
    }

    /** Hands over the room's settings, where they are newer, and tells how it goes. */
    Figures figures(WaitingRoom room) throws Unreachable {
        return Figures.of(
                run(room.run(), none(room.run()), Stream.concat(settings("figures", room), Stream.of(Ids.secret()))));
    }

    void clear(String run) throws Unreachable {
        try {
            redis.delete(PARTS.stream().map(part -> key(run, part)).toList());
        } catch (DataAccessException e) {
            throw failed(e);
        }
    }

    private static Stream<String> settings(String operation, WaitingRoom room) {
        return Stream.of(
                operation,
                String.valueOf(room.version()),
                String.valueOf(room.opensAt().toEpochMilli()),
                String.valueOf(room.perMinute()),
                String.valueOf(room.atOnce()),
                String.valueOf(room.idle().toMillis()),
                room.settings().isPaused() ? "1" : "0",
                String.valueOf(room.perAddress()));
    }

    @SuppressWarnings("unchecked")
    private List<String> run(String run, String address, Stream<String> arguments) throws Unreachable {
        var keys = new ArrayList<>(PARTS.stream().map(part -> key(run, part)).toList());
        keys.add(address);
        if (clock.instant().isBefore(unreachableUntil.get())) throw new Unreachable(null);
        try {
            List<String> answer = redis.execute(script, keys, arguments.toArray());
            if (answer == null) throw new IllegalStateException("the script of the waiting room has no answer");
            return answer;
        } catch (DataAccessException e) {
            throw failed(e);
        }
    }

    private Unreachable failed(DataAccessException e) {
        var before = unreachableUntil.getAndSet(clock.instant().plusSeconds(PAUSE_SECONDS));
        if (before.isBefore(clock.instant().minusSeconds(60))) LOG.error("the waiting room cannot be reached", e);
        return new Unreachable(e);
    }

    /** Without a tenant there is no key. */
    static String key(String run, String part) {
        return "t:" + Tenancy.require().id() + ":rush:{" + run + "}:" + part;
    }

    private static String none(String run) {
        return key(run, "address");
    }

    /** The address itself is not kept. */
    private String addressKey(String run, String network) {
        return key(
                run,
                "address:"
                        + signatures.of("rush-address:" + run + ":" + network).substring(0, ADDRESS_LENGTH));
    }
}
