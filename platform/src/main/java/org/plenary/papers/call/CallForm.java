package org.plenary.papers.call;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.TypedTime;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** The fields of the page on which the call is set. Rows of tracks without any text are no tracks. */
record CallForm(List<TrackFields> tracks, String at, String zone, String blinding) {
    private static final int MOST_TRACKS = 50;
    private static final int BLANK_ROWS = 3;

    record TrackFields(String key, String english, String chinese) {
        boolean isBlank() {
            return key.isBlank() && english.isBlank() && chinese.isBlank();
        }
    }

    static CallForm of(@Nullable Call call) {
        if (call == null) return new CallForm(List.of(), "", Deadline.ANYWHERE_ON_EARTH, "double");
        var tracks = call.tracks().stream()
                .map(t ->
                        new TrackFields(t.key(), t.name().forTag("en"), t.name().forTag("zh-CN")))
                .toList();
        return new CallForm(
                tracks, call.deadline().at().toString(), call.deadline().zone(), call.blinding());
    }

    static CallForm of(MultiValueMap<String, String> sent) {
        var tracks = new ArrayList<TrackFields>();
        for (var i = 0; i < MOST_TRACKS && sent.containsKey("tracks." + i + ".key"); i++) {
            var base = "tracks." + i;
            var track =
                    new TrackFields(first(sent, base + ".key"), first(sent, base + ".en"), first(sent, base + ".zh"));
            if (!track.isBlank()) tracks.add(track);
        }
        return new CallForm(
                List.copyOf(tracks), first(sent, "deadline.at"), first(sent, "deadline.zone"), first(sent, "blinding"));
    }

    /** The tracks and some empty rows for more; templates call it. */
    public List<TrackFields> rows() {
        var rows = new ArrayList<>(tracks);
        for (var i = 0; i < BLANK_ROWS && rows.size() < MOST_TRACKS; i++) rows.add(new TrackFields("", "", ""));
        return rows;
    }

    /** What the page does not show stays as it is in the call before. */
    CallInput input(@Nullable Call before) {
        @Nullable JsonNode form = before == null ? null : before.form();
        @Nullable JsonNode rounds = before == null ? null : before.rounds();
        return new CallInput(
                tracks.stream()
                        .<CallInput.@Nullable TrackInput>map(CallForm::track)
                        .toList(),
                form,
                deadline(),
                blinding,
                rounds);
    }

    static Map<String, String> onFields(Map<String, String> errors) {
        var moved = new LinkedHashMap<String, String>();
        errors.forEach((path, message) -> {
            if (path.equals("deadline")) moved.put("deadline.at", message);
            else if (path.endsWith("/name") || path.endsWith(".name"))
                moved.put(path.substring(0, path.length() - 4) + "en", message);
            else if (path.endsWith(".name.en")) moved.put(path.replace(".name.en", ".en"), message);
            else if (path.endsWith(".name.zh-CN")) moved.put(path.replace(".name.zh-CN", ".zh"), message);
            else moved.put(path, message);
        });
        return moved;
    }

    private @Nullable Deadline deadline() {
        try {
            return new Deadline(TypedTime.dayAndTime(at), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static CallInput.TrackInput track(TrackFields fields) {
        return new CallInput.TrackInput(fields.key().strip(), LocalizedText.of(fields.english(), fields.chinese()));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
