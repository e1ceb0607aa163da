package org.plenary.papers.call;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * What a conference asks authors for.
 *
 * @param form further questions, kept as they were given
 * @param blinding {@code none}, {@code single} or {@code double}
 * @param rounds how papers are reviewed, kept as it was given
 */
public record Call(
        List<Track> tracks,
        @Nullable JsonNode form,
        Deadline deadline,
        String blinding,
        @Nullable JsonNode rounds) {

    public Call {
        tracks = List.copyOf(tracks);
    }

    /** A subject that papers are sorted into. */
    public record Track(String key, LocalizedText name) {}

    public boolean offers(String track) {
        return tracks.stream().anyMatch(t -> t.key().equals(track));
    }

    /** The track's name, or its key where the call does not know it any more. */
    public String trackName(String key, Locale locale) {
        return tracks.stream()
                .filter(t -> t.key().equals(key))
                .map(t -> t.name().in(locale))
                .findFirst()
                .orElse(key);
    }
}
