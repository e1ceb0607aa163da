package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes one track of a call, and leaves all else in it as it is. */
@Component
class TrackEditing {
    private final Calling calling;
    private final JdbcClient jdbc;

    TrackEditing(Calling calling, JdbcClient jdbc) {
        this.calling = calling;
        this.jdbc = jdbc;
    }

    /**
     * A track as the page sends it.
     *
     * @param at its place among the tracks
     * @param rows of the topics by the ends of their pointers
     * @param isNew whether there is none of its key yet
     */
    record Edit(CallInput.TrackInput track, int at, Map<String, Integer> rows, boolean isNew) {
        /** Errors of the call on the fields of the page: {@code tracks.2.topics.0.name} is {@code topics.4.name.en}. */
        Map<String, String> onFields(Map<String, String> errors) {
            var start = "tracks." + at + ".";
            var moved = new LinkedHashMap<String, String>();
            errors.forEach((path, message) -> {
                var inside = path.startsWith(start) ? path.substring(start.length()) : path;
                var cut = inside.lastIndexOf(".name");
                var row = cut < 0 ? null : rows.get(inside.substring(0, cut).replace('.', '/'));
                if (row != null) moved.put(TopicFields.ROWS.at(row) + named(inside.substring(cut + 1)), message);
                else moved.put(named(inside), message);
            });
            return moved;
        }

        private static String named(String field) {
            return field.equals("name") ? "name.en" : field;
        }
    }

    Calls.@Nullable Versioned current(ConferenceView conference) {
        return calling.current(conference);
    }

    /** @throws Problem.NotFound when there is no call yet */
    long version(ConferenceView conference) {
        return calling.require(conference).version();
    }

    List<Track> tracks(ConferenceView conference) {
        var current = calling.current(conference);
        return current == null ? List.of() : current.call().tracks();
    }

    /** @throws Problem.NotFound when there is none of this key */
    Track track(ConferenceView conference, String key) {
        return calling.require(conference).call().track(key).orElseThrow(() -> new Problem.NotFound("This track"));
    }

    Posted filled(ConferenceView conference, String key) {
        var track = track(conference, key);
        var form = Posted.empty().set("name", track.name()).set("chairs", track.chairs());
        TopicFields.fill(form, track.topics());
        return form;
    }

    Edit read(ConferenceView conference, @Nullable String track, Posted posted) {
        var tracks = calling.require(conference).call().tracks();
        var keys = tracks.stream().map(Track::key).toList();
        var wanted = posted.text("key");
        var key =
                track != null ? track : wanted == null ? CallKeys.fresh(posted.get("name.en"), "track", keys) : wanted;
        var others = tracks.stream()
                .filter(each -> !each.key().equals(track))
                .flatMap(each -> each.allTopics().map(Topic::key))
                .toList();
        var topics = TopicFields.read(posted, others);
        var chairs = posted.all("chairs").stream()
                .filter(chair -> !chair.isBlank())
                .map(TrackEditing::account)
                .filter(Objects::nonNull)
                .toList();
        var at = track == null ? keys.size() : keys.indexOf(track);
        if (at < 0) throw new Problem.NotFound("This track");
        return new Edit(
                new CallInput.TrackInput(key, posted.texts("name"), topics.topics(), chairs),
                at,
                topics.rows(),
                track == null);
    }

    @Transactional
    public void save(ConferenceView conference, Edit edit, @Nullable String ifMatch) {
        var input = CallInput.of(calling.require(conference).call());
        var tracks = new ArrayList<CallInput.@Nullable TrackInput>(CallInput.given(input.tracks()));
        if (edit.at() < tracks.size()) {
            if (edit.isNew()) throw new Problem.Stale();
            tracks.set(edit.at(), edit.track());
        } else tracks.add(edit.track());
        calling.call(conference, input.withTracks(tracks), ifMatch, false);
    }

    @Transactional
    public void move(ConferenceView conference, String key, int by) {
        var call = calling.require(conference).call();
        var tracks = new ArrayList<CallInput.@Nullable TrackInput>(
                CallInput.given(CallInput.of(call).tracks()));
        var from = call.tracks().stream().map(Track::key).toList().indexOf(key);
        if (from < 0 || from + by < 0 || from + by >= tracks.size()) return;
        Collections.swap(tracks, from, from + by);
        calling.call(conference, CallInput.of(call).withTracks(tracks), null, false);
    }

    /** @throws Problem.InvalidInput when papers were handed in to it */
    @Transactional
    public void remove(ConferenceView conference, String key) {
        var call = calling.require(conference).call();
        track(conference, key);
        if (papers(conference.id(), key) > 0)
            throw new Problem.InvalidInput(new Violations()
                    .add("", "track_in_use", "Papers were handed in to this track.")
                    .list());
        var input = CallInput.of(call);
        calling.call(
                conference,
                input.withTracks(CallInput.given(input.tracks()).stream()
                        .filter(track -> track == null || !key.equals(track.key()))
                        .<CallInput.@Nullable TrackInput>map(track -> track)
                        .toList()),
                null,
                false);
    }

    /** How many papers were handed in to a track. */
    private int papers(UUID conference, String track) {
        return jdbc.sql("select count(*) from paper where conference = :conference and track = :track")
                .param("conference", conference)
                .param("track", track)
                .query(Integer.class)
                .single();
    }

    private static @Nullable UUID account(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
