package org.plenary.papers.proceedings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Calls;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws what a volume has besides its papers: title, imprint, preface, table of contents, author index. */
@Component
class VolumeDrawing {
    private final Pdfs pdfs;
    private final Calls calls;
    private final MessageSource messages;

    VolumeDrawing(Pdfs pdfs, Calls calls, MessageSource messages) {
        this.pdfs = pdfs;
        this.calls = calls;
        this.messages = messages;
    }

    /** @param bookmark null for none */
    record Part(byte[] pdf, @Nullable String bookmark) {}

    /** @param track to stand above it; null when it is the same as before */
    record Line(@Nullable String track, BoundEntry entry, String authors) {}

    List<Part> front(ConferenceView conference, Volume volume, List<BoundEntry> entries) {
        var locale = volume.locale();
        var parts = new ArrayList<Part>();
        parts.add(new Part(draw("cover", volume, Map.of("conference", conference)), null));
        var preface = volume.prefaceParagraphs(locale);
        if (!preface.isEmpty())
            parts.add(new Part(
                    draw("preface", volume, Map.of("paragraphs", preface)), text("papers.volume.preface", locale)));
        parts.add(new Part(
                draw("contents", volume, Map.of("lines", lines(conference, entries, locale))),
                text("papers.volume.contents", locale)));
        return parts;
    }

    Part index(Volume volume, List<BoundEntry> entries) {
        return new Part(
                draw("index", volume, Map.of("groups", AuthorIndex.of(entries).groups())),
                text("papers.volume.index", volume.locale()));
    }

    private List<Line> lines(ConferenceView conference, List<BoundEntry> entries, Locale locale) {
        var call = calls.find(conference.id()).orElse(null);
        var between = locale.getLanguage().equals("zh") ? "、" : ", ";
        return entries.stream()
                .map(entry -> {
                    var track = entry.track();
                    var name = !entry.isFirst() || track == null
                            ? null
                            : call == null ? track : call.trackName(track, locale);
                    return new Line(name, entry, String.join(between, entry.authors()));
                })
                .toList();
    }

    private byte[] draw(String template, Volume volume, Map<String, Object> more) {
        var model = new HashMap<String, Object>(more);
        model.put("volume", volume);
        model.put("locale", volume.locale());
        return pdfs.draw("pdf/papers/volume-" + template, volume.locale(), model);
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
