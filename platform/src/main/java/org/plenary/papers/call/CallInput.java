package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/**
 * A call for papers as it is sent; nothing in it is checked yet.
 *
 * @param instructions null for none
 * @param form of submissions; null leaves it as it is
 * @param lateReason why it comes out late; null for nothing to say
 */
record CallInput(
        @Nullable List<@Nullable TrackInput> tracks,
        @Nullable List<@Nullable TypeInput> types,
        @Nullable LocalizedText instructions,
        @Nullable FormDefinition form,
        @Nullable Deadline deadline,
        @Nullable String blinding,
        @Nullable List<@Nullable RoundInput> rounds,
        @Nullable String lateReason) {
    private static final Set<String> BLINDINGS = Set.of("none", "single", "double");
    private static final int MOST_TRACKS = 50;
    private static final int MOST_TYPES = 30;
    private static final int MOST_PAGES = 1_000;
    private static final int INSTRUCTIONS = 20_000;
    private static final int REASON = 1_000;

    /** @param topics a tree of two levels, @param chairs accounts of the staff; null leaves them as they are */
    record TrackInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            @Nullable List<@Nullable TopicInput> topics,
            @Nullable List<UUID> chairs) {
        static TrackInput of(Track track) {
            return new TrackInput(
                    track.key(),
                    track.name(),
                    track.topics().stream()
                            .<@Nullable TopicInput>map(TopicInput::of)
                            .toList(),
                    track.chairs());
        }
    }

    record TopicInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            @Nullable List<@Nullable TopicInput> topics) {
        static TopicInput of(Topic topic) {
            return new TopicInput(
                    topic.key(),
                    topic.name(),
                    topic.topics().stream()
                            .<@Nullable TopicInput>map(TopicInput::of)
                            .toList());
        }
    }

    record TypeInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            SubmissionType.@Nullable FileNeed file,
            @Nullable Integer maximumPages) {
        static TypeInput of(SubmissionType type) {
            return new TypeInput(type.key(), type.name(), type.file(), type.maximumPages());
        }
    }

    /** @param deadline may be left out in the first round, which ends with the call's own */
    record RoundInput(@Nullable Stage stage, @Nullable Deadline deadline) {}

    /** What is there, to be sent again with a change. */
    static CallInput of(Call call) {
        return new CallInput(
                call.tracks().stream().<@Nullable TrackInput>map(TrackInput::of).toList(),
                call.types().stream().<@Nullable TypeInput>map(TypeInput::of).toList(),
                call.instructions(),
                null,
                call.deadline(),
                call.blinding(),
                call.rounds().stream()
                        .<@Nullable RoundInput>map(round -> new RoundInput(round.stage(), round.deadline()))
                        .toList(),
                call.lateReason());
    }

    CallInput withTracks(List<@Nullable TrackInput> changed) {
        return new CallInput(changed, types, instructions, form, deadline, blinding, rounds, lateReason);
    }

    CallInput withTypes(List<@Nullable TypeInput> changed) {
        return new CallInput(tracks, changed, instructions, form, deadline, blinding, rounds, lateReason);
    }

    /**
     * @param before the call as it was; null for a new one
     * @param staff the accounts among which chairs are
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    Call checked(@Nullable Call before, Set<UUID> staff) {
        var violations = new Violations();
        checkTracks(violations, staff);
        checkTypes(violations);
        if (instructions != null && !instructions.isBlank())
            violations.text("/instructions", instructions, INSTRUCTIONS);
        violations.required("/deadline", deadline);
        var chosen = blinding == null ? "double" : blinding;
        violations.check(BLINDINGS.contains(chosen), "/blinding", "choice", "One of none, single, double.");
        var planned = deadline == null ? List.<Round>of() : RoundPlan.checked(violations, deadline, given(rounds));
        violations.optionalText("/late_reason", lateReason, REASON);
        violations.throwIfAny();
        return new Call(
                given(tracks).stream().map(track -> track(track, before)).toList(),
                given(types).stream().map(CallInput::type).toList(),
                instructions == null ? new LocalizedText(Map.of()) : instructions,
                before == null ? null : before.form(),
                Objects.requireNonNull(deadline),
                chosen,
                planned,
                before == null ? List.of() : before.extensions(),
                lateReason == null || lateReason.isBlank() ? null : lateReason.strip());
    }

    /** Everybody who is named as a chair. */
    Set<UUID> chairs() {
        var named = new HashSet<UUID>();
        for (var track : given(tracks)) if (track != null && track.chairs() != null) named.addAll(track.chairs());
        return named;
    }

    private void checkTracks(Violations violations, Set<UUID> staff) {
        var all = given(tracks);
        violations.check(all.size() <= MOST_TRACKS, "/tracks", "too_many", "At most " + MOST_TRACKS + " tracks.");
        var keys = new HashSet<String>();
        var topics = new TopicRules(violations);
        for (var i = 0; i < all.size(); i++) {
            var track = all.get(i);
            var pointer = "/tracks/" + i;
            CallKeys.check(violations, pointer, track == null ? null : track.key(), keys);
            if (track == null || track.key() == null) continue;
            violations.text(pointer + "/name", track.name(), 200);
            topics.check(pointer + "/topics", given(track.topics()));
            violations.check(
                    track.chairs() == null || staff.containsAll(track.chairs()),
                    pointer + "/chairs",
                    "not_staff",
                    "A chair works for the conference.");
        }
    }

    private void checkTypes(Violations violations) {
        var all = given(types);
        violations.check(all.size() <= MOST_TYPES, "/types", "too_many", "At most " + MOST_TYPES + " types.");
        var keys = new HashSet<String>();
        for (var i = 0; i < all.size(); i++) {
            var type = all.get(i);
            var pointer = "/types/" + i;
            CallKeys.check(violations, pointer, type == null ? null : type.key(), keys);
            if (type == null || type.key() == null) continue;
            violations.text(pointer + "/name", type.name(), 200);
            var pages = type.maximumPages();
            violations.check(
                    pages == null || (pages >= 1 && pages <= MOST_PAGES),
                    pointer + "/maximum_pages",
                    "range",
                    "From 1 to " + MOST_PAGES + ".");
        }
    }

    private static Track track(@Nullable TrackInput given, @Nullable Call before) {
        var track = Objects.requireNonNull(given);
        var key = Objects.requireNonNull(track.key());
        var kept = before == null
                ? List.<UUID>of()
                : before.track(key).map(Track::chairs).orElse(List.of());
        var chairs = track.chairs() == null ? kept : track.chairs();
        return new Track(key, Objects.requireNonNull(track.name()), topics(given(track.topics())), chairs);
    }

    private static List<Topic> topics(List<@Nullable TopicInput> given) {
        var topics = new ArrayList<Topic>();
        for (var each : given) {
            var topic = Objects.requireNonNull(each);
            topics.add(new Topic(
                    Objects.requireNonNull(topic.key()),
                    Objects.requireNonNull(topic.name()),
                    topics(given(topic.topics()))));
        }
        return topics;
    }

    private static SubmissionType type(@Nullable TypeInput given) {
        var type = Objects.requireNonNull(given);
        return new SubmissionType(
                Objects.requireNonNull(type.key()),
                Objects.requireNonNull(type.name()),
                type.file() == null ? SubmissionType.FileNeed.OPTIONAL : type.file(),
                type.maximumPages());
    }

    static <T> List<@Nullable T> given(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list;
    }
}
