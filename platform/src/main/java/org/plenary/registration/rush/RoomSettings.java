package org.plenary.registration.rush;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/**
 * A waiting room as the organizer sets it, and as it is kept.
 *
 * @param on whether there is a waiting room
 * @param opensAt when people are let in; who is there before is put in random order at this instant
 * @param perMinute how many are let in each minute; null for as many as there is room
 * @param atOnce how many may be inside at the same time; null for any number
 * @param minutes of doing nothing after which a turn ends
 * @param perAddress numbers that one address may take at once; 0 for no limit
 * @param withoutRedis {@code open} or {@code closed}: what the doors do while the line cannot be reached
 * @param paused whether nobody is let in for the moment
 * @param groups who goes first, the first group before the second
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoomSettings(
        boolean on,
        @Nullable Instant opensAt,
        @Nullable Integer perMinute,
        @Nullable Integer atOnce,
        @Nullable Integer minutes,
        @Nullable Integer perAddress,
        @Nullable String withoutRedis,
        @Nullable Boolean paused,
        @Nullable List<Group> groups) {
    static final int MINUTES = 15;
    static final int PER_ADDRESS = 200;
    static final int MAXIMUM_GROUPS = 5;
    static final String OPEN = "open";
    static final String CLOSED = "closed";

    private static final int MAXIMUM_RATE = 100_000;
    private static final int MAXIMUM_MINUTES = 240;
    private static final int MAXIMUM_NAME = 60;
    private static final int SHORTEST_CODE = 8;
    private static final int LONGEST_CODE = 60;

    /** @param code what its people type, or have in their link */
    record Group(@Nullable String name, @Nullable String code) {
        boolean opensWith(String given) {
            return code != null
                    && MessageDigest.isEqual(
                            given.strip().getBytes(StandardCharsets.UTF_8),
                            code.strip().getBytes(StandardCharsets.UTF_8));
        }
    }

    RoomSettings {
        minutes = minutes == null ? MINUTES : minutes;
        perAddress = perAddress == null ? PER_ADDRESS : perAddress;
        withoutRedis = withoutRedis == null ? OPEN : withoutRedis;
        paused = paused != null && paused;
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    boolean isOpenWithoutRedis() {
        return OPEN.equals(withoutRedis);
    }

    boolean isPaused() {
        return Boolean.TRUE.equals(paused);
    }

    List<Group> allGroups() {
        return groups == null ? List.of() : groups;
    }

    /** The group that the code opens. */
    OptionalInt groupOf(String code) {
        var all = allGroups();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).opensWith(code))
                .findFirst();
    }

    RoomSettings turned(boolean toOn) {
        return new RoomSettings(
                toOn, opensAt, perMinute, atOnce, minutes, perAddress, withoutRedis, toOn && isPaused(), groups);
    }

    RoomSettings paused(boolean toPaused) {
        return new RoomSettings(on, opensAt, perMinute, atOnce, minutes, perAddress, withoutRedis, toPaused, groups);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    void check() {
        var found = new Violations();
        found.required("/opens_at", opensAt);
        found.check(perMinute != null || atOnce != null, "/per_minute", "rush_rate", "Set this, or how many at once.");
        range(found, "/per_minute", perMinute, 1, MAXIMUM_RATE);
        range(found, "/at_once", atOnce, 1, MAXIMUM_RATE);
        range(found, "/minutes", minutes, 1, MAXIMUM_MINUTES);
        range(found, "/per_address", perAddress, 0, MAXIMUM_RATE);
        found.check(
                OPEN.equals(withoutRedis) || CLOSED.equals(withoutRedis),
                "/without_redis",
                "rush_without_redis",
                "This is open or closed.");
        groups(found);
        found.throwIfAny();
    }

    private void groups(Violations found) {
        var all = allGroups();
        found.check(all.size() <= MAXIMUM_GROUPS, "/groups", "rush_groups", "At most 5 groups.");
        var codes = new HashSet<String>();
        for (var i = 0; i < all.size(); i++) {
            var group = all.get(i);
            found.text("/groups/" + i + "/name", group.name(), MAXIMUM_NAME);
            var pointer = "/groups/" + i + "/code";
            found.text(pointer, group.code(), LONGEST_CODE);
            if (group.code() == null || group.code().isBlank()) continue;
            found.check(
                    group.code().strip().length() >= SHORTEST_CODE,
                    pointer,
                    "rush_code",
                    "At least 8 characters, so that nobody guesses it.");
            found.check(codes.add(group.code().strip()), pointer, "duplicate", "Another group has this code.");
        }
    }

    private static void range(Violations found, String pointer, @Nullable Integer value, int least, int most) {
        if (value != null)
            found.check(value >= least && value <= most, pointer, "range", "From " + least + " to " + most + ".");
    }
}
