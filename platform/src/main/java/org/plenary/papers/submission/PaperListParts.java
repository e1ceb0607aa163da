package org.plenary.papers.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Link;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the organizer's list of papers and the names of its tracks. */
@Component
class PaperListParts {
    private static final Map<String, String> EXPORTS = new LinkedHashMap<>();

    static {
        EXPORTS.put("xlsx", "XLSX");
        EXPORTS.put("csv", "CSV");
        EXPORTS.put("json", "JSON");
        EXPORTS.put("bibtex", "BibTeX");
        EXPORTS.put("jats", "JATS XML");
    }

    private final Calls calls;
    private final Formats formats;
    private final Coauthors coauthors;
    private final Questions questions;
    private final List<PaperPart> parts;

    PaperListParts(Calls calls, Formats formats, Coauthors coauthors, Questions questions, List<PaperPart> parts) {
        this.calls = calls;
        this.formats = formats;
        this.coauthors = coauthors;
        this.questions = questions;
        this.parts = parts;
    }

    void fill(
            Model model,
            ConferenceView conference,
            @Nullable PaperStatus status,
            @Nullable String track,
            Locale locale) {
        var call = calls.find(conference.id()).orElse(null);
        var names = new LinkedHashMap<String, String>();
        if (call != null) call.tracks().forEach(t -> names.put(t.key(), t.name().in(locale)));
        model.addAttribute("slug", conference.slug());
        model.addAttribute("call", call);
        model.addAttribute("trackNames", names);
        model.addAttribute("zone", conference.timeZone());
        model.addAttribute(
                "chips",
                chips(conference, status, track, names.keySet().stream().toList(), names));
    }

    /** What the type and the topics of a paper are called, and what its author answered. */
    void describe(Model model, Paper paper, Locale locale) {
        model.addAttribute("standings", coauthors.standings(paper.id()));
        model.addAttribute("answered", questions.answered(paper.conference(), paper.answers(), locale));
        model.addAttribute(
                "parts",
                parts.stream().flatMap(part -> part.of(paper, locale).stream()).toList());
        if (!(model.getAttribute("call") instanceof Call call)) return;
        var type = paper.content().type();
        model.addAttribute("typeName", type == null ? "" : call.typeName(type, locale));
        model.addAttribute(
                "topicNames",
                paper.content().topics().stream()
                        .map(topic -> call.topicName(topic, locale))
                        .toList());
    }

    /** Where the papers that the list shows can be taken away. */
    List<Link> exports(ConferenceView conference, @Nullable PaperStatus status, @Nullable String track) {
        var links = new ArrayList<Link>();
        EXPORTS.forEach((format, label) -> {
            var address = UriComponentsBuilder.fromPath("/manage/conferences/{conference}/papers/export")
                    .queryParam("format", format);
            if (status != null) address.queryParam("status", status.code());
            if (track != null && !track.isBlank()) address.queryParam("track", "{track}");
            links.add(new Link(
                    address.encode()
                            .buildAndExpand(
                                    Map.of("conference", conference.slug(), "track", track == null ? "" : track))
                            .toUriString(),
                    label));
        });
        return links;
    }

    String address(
            ConferenceView conference, @Nullable PaperStatus status, @Nullable String track, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/manage/conferences/{conference}/papers");
        if (status != null) address.queryParam("status", status.code());
        if (track != null && !track.isBlank()) address.queryParam("track", "{track}");
        if (after != null) address.queryParam("after", after);
        return track != null && !track.isBlank()
                ? address.encode().buildAndExpand(conference.slug(), track).toUriString()
                : address.encode().buildAndExpand(conference.slug()).toUriString();
    }

    private List<Chip> chips(
            ConferenceView conference,
            @Nullable PaperStatus status,
            @Nullable String track,
            List<String> tracks,
            LinkedHashMap<String, String> names) {
        var chips = new ArrayList<Chip>();
        for (var each : PaperStatus.values()) {
            var isOn = each == status;
            chips.add(new Chip(address(conference, isOn ? null : each, track, null), formats.status(each), isOn));
        }
        for (var key : tracks) {
            var isOn = key.equals(track);
            var name = names.getOrDefault(key, key);
            chips.add(new Chip(address(conference, status, isOn ? null : key, null), name, isOn));
        }
        return chips;
    }
}
