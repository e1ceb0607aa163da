package org.plenary.papers.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * What a conference asks authors for.
 *
 * @param types of contributions; without any, all are alike and may bring a file
 * @param instructions to authors; blank for none
 * @param form what calls of versions before kept unread; the form of submissions is kept by {@code org.plenary.forms}
 * @param deadline until when new papers are taken: that of the first round
 * @param blinding {@code none}, {@code single} or {@code double}
 * @param rounds in the order of their stages; never empty
 * @param extensions the newest last
 * @param lateReason why the call came out later than sixteen months before (PLAN-07); null when it did not, or nobody said
 */
public record Call(
        List<Track> tracks,
        List<SubmissionType> types,
        LocalizedText instructions,
        @Nullable JsonNode form,
        Deadline deadline,
        String blinding,
        List<Round> rounds,
        List<Extension> extensions,
        @Nullable String lateReason) {

    public Call {
        tracks = copy(tracks);
        types = copy(types);
        instructions = given(instructions);
        rounds = rounds(rounds, deadline);
        extensions = copy(extensions);
    }

    /** A call without more than this. */
    public Call(List<Track> tracks, Deadline deadline, String blinding) {
        this(tracks, List.of(), new LocalizedText(Map.of()), null, deadline, blinding, List.of(), List.of(), null);
    }

    public Optional<Track> track(@Nullable String key) {
        return tracks.stream().filter(track -> track.key().equals(key)).findFirst();
    }

    public boolean offers(String track) {
        return track(track).isPresent();
    }

    /** The track's name, or its key where the call does not know it any more. */
    public String trackName(String key, Locale locale) {
        return track(key).map(track -> track.name().in(locale)).orElse(key);
    }

    public Optional<SubmissionType> type(@Nullable String key) {
        return types.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** The type's name, or its key where the call does not know it any more. */
    public String typeName(String key, Locale locale) {
        return type(key).map(type -> type.name().in(locale)).orElse(key);
    }

    /** All topics of all tracks. */
    public Stream<Topic> topics() {
        return tracks.stream().flatMap(Track::allTopics);
    }

    /** The topic's name, or its key where the call does not know it any more. */
    public String topicName(String key, Locale locale) {
        return topics().filter(topic -> topic.key().equals(key))
                .map(topic -> topic.name().in(locale))
                .findFirst()
                .orElse(key);
    }

    /** Whether reviewers do not know the authors. */
    public boolean hidesAuthors() {
        return blinding.equals("double");
    }

    /** Whether authors do not know the reviewers. */
    public boolean hidesReviewers() {
        return !blinding.equals("none");
    }

    /** What new papers are to be. */
    public Stage first() {
        return rounds.getFirst().stage();
    }

    public Optional<Deadline> until(Stage stage) {
        return rounds.stream()
                .filter(round -> round.stage() == stage)
                .map(Round::deadline)
                .findFirst();
    }

    /** The newest move of this stage's deadline. */
    public Optional<Extension> extension(Stage stage) {
        return extensions.reversed().stream()
                .filter(extension -> extension.stage() == stage)
                .findFirst();
    }

    Call with(List<Extension> extensions) {
        return new Call(tracks, types, instructions, form, deadline, blinding, rounds, extensions, lateReason);
    }

    private static LocalizedText given(@Nullable LocalizedText text) {
        return text == null ? new LocalizedText(Map.of()) : text;
    }

    private static List<Round> rounds(@Nullable List<Round> given, Deadline deadline) {
        return given == null || given.isEmpty() ? List.of(new Round(Stage.FULL, deadline)) : List.copyOf(given);
    }

    /** A list that was left out is empty. */
    static <T> List<T> copy(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
