package org.plenary.papers.call;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/** A call for papers as it is sent; nothing in it is checked yet. */
record CallInput(
        @Nullable List<@Nullable TrackInput> tracks,
        @Nullable JsonNode form,
        @Nullable Deadline deadline,
        @Nullable String blinding,
        @Nullable JsonNode rounds) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Set<String> BLINDINGS = Set.of("none", "single", "double");
    private static final int MOST_TRACKS = 50;
    private static final int MOST_CHARACTERS = 50_000;

    record TrackInput(@Nullable String key, @Nullable LocalizedText name) {}

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    Call checked() {
        var violations = new Violations();
        var given = tracks == null ? List.<@Nullable TrackInput>of() : tracks;
        violations.check(given.size() <= MOST_TRACKS, "/tracks", "too_many", "At most " + MOST_TRACKS + " tracks.");
        var keys = new HashSet<String>();
        for (var i = 0; i < given.size(); i++) checkTrack(violations, "/tracks/" + i, given.get(i), keys);
        violations.required("/deadline", deadline);
        var chosen = blinding == null ? "double" : blinding;
        violations.check(BLINDINGS.contains(chosen), "/blinding", "choice", "One of none, single, double.");
        checkSize(violations, "/form", form);
        checkSize(violations, "/rounds", rounds);
        violations.throwIfAny();
        return new Call(
                given.stream().map(CallInput::track).toList(),
                form,
                java.util.Objects.requireNonNull(deadline),
                chosen,
                rounds);
    }

    private static void checkTrack(
            Violations violations, String pointer, @Nullable TrackInput track, Set<String> keys) {
        if (track == null || track.key() == null) {
            violations.add(pointer + "/key", "required", "This is required.");
            return;
        }
        violations.check(
                KEY.matcher(track.key()).matches(), pointer + "/key", "key", "Lower-case letters, digits, hyphens.");
        violations.check(keys.add(track.key()), pointer + "/key", "duplicate", "Another track has this key.");
        violations.text(pointer + "/name", track.name(), 200);
    }

    private static void checkSize(Violations violations, String pointer, @Nullable JsonNode json) {
        violations.check(json == null || json.toString().length() <= MOST_CHARACTERS, pointer, "too_long", "Too long.");
    }

    private static Call.Track track(@Nullable TrackInput track) {
        if (track == null || track.key() == null || track.name() == null)
            throw new IllegalStateException("checked before");
        return new Call.Track(track.key(), track.name());
    }
}
