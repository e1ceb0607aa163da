package org.plenary.conference.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceSubjects;
import org.plenary.conference.ConferenceSubjects.Subjects;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.AlikeThings;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Conferences of the same organization that are held at nearly the same time, and which of them are about the same: such ones are to be
 * avoided (PLAN-22). Only those are named that whoever asks may read.
 */
@Component
public class AlikeConferences {
    private static final int MOST = 10;

    /** Every other conference is called so, whatever it is about. */
    private static final Pattern OF_ALL = Pattern.compile(
            "(?i)\\b(the|of|on|in|for|and|annual|conference|congress|forum|international|meeting|national|school|seminar|session|summit"
                    + "|symposium|workshop|world|\\d+(st|nd|rd|th)?)\\b|国际|全国|世界|学术|大会|会议|研讨会|论坛|年会|峰会|第[0-9一二三四五六七八九十百]+届");

    private final ConferenceApi conferences;
    private final Themes themes;
    private final AlikeThings alike;

    AlikeConferences(ConferenceApi conferences, Themes themes, AlikeThings alike) {
        this.conferences = conferences;
        this.themes = themes;
        this.alike = alike;
    }

    /** @param shared subjects that both have */
    record Near(ConferenceView conference, List<LocalizedText> shared) {}

    /**
     * @param similar the likest first
     * @param others by their dates
     * @param isWhole whether they could be compared; if not, all are among the others
     */
    record Outcome(List<Near> similar, List<Near> others, boolean isWhole) {}

    /**
     * What is kept with an application.
     *
     * @param similar names of those that are about the same, the likest first
     * @param others how many others there are in that time
     * @param isWhole whether they could be compared; if not, all are among the others
     */
    public record Comparison(int months, List<LocalizedText> similar, int others, boolean isWhole) {}

    /** @param months before its first day and after its last */
    public Comparison compare(ConferenceView conference, int months) {
        var found = near(conference, months);
        return new Comparison(
                months,
                found.similar().stream().map(near -> near.conference().name()).toList(),
                found.others().size(),
                found.isWhole());
    }

    /** @param months before its first day and after its last */
    Outcome near(ConferenceView conference, int months) {
        var near = new HashMap<UUID, ConferenceView>();
        for (var each : conferences.readable())
            if (!each.id().equals(conference.id()) && !each.isCancelled() && isNear(conference, each, months))
                near.put(each.id(), each);
        if (near.isEmpty()) return new Outcome(List.of(), List.of(), true);
        var asked = new HashSet<>(near.keySet());
        asked.add(conference.id());
        var subjects = themes.of(asked);
        var own = subjects.getOrDefault(conference.id(), new Subjects(List.of(), 0))
                .names();
        var isWhole = true;
        var similar = new ArrayList<Near>();
        try {
            for (var id : alike.like(ConferenceSubjects.KIND, near.keySet(), text(conference, own), Map.of(), MOST)) {
                var found = near.remove(id);
                if (found != null) similar.add(new Near(found, shared(own, subjects.get(id))));
            }
        } catch (Problem.Unavailable e) {
            isWhole = false;
        }
        var others = near.values().stream()
                .sorted(Comparator.comparing(ConferenceView::startsOn).thenComparing(ConferenceView::id))
                .map(each -> new Near(each, shared(own, subjects.get(each.id()))))
                .toList();
        return new Outcome(similar, others, isWhole);
    }

    private static boolean isNear(ConferenceView conference, ConferenceView other, int months) {
        var from = conference.startsOn().minusMonths(months);
        var until = conference.endsOn().plusMonths(months);
        return !other.endsOn().isBefore(from) && !other.startsOn().isAfter(until);
    }

    private static String text(ConferenceView conference, List<LocalizedText> subjects) {
        var texts = Stream.concat(
                        Themes.written(List.of(conference.name())).stream(), Themes.written(subjects).stream())
                .toList();
        return OF_ALL.matcher(String.join(". ", texts)).replaceAll(" ");
    }

    private static List<LocalizedText> shared(List<LocalizedText> own, @Nullable Subjects other) {
        if (other == null) return List.of();
        var theirs = folded(other.names());
        var shared = new ArrayList<LocalizedText>();
        for (var subject : own)
            if (folded(List.of(subject)).stream().anyMatch(theirs::contains) && !shared.contains(subject))
                shared.add(subject);
        return shared;
    }

    private static Set<String> folded(List<LocalizedText> texts) {
        var folded = new HashSet<String>();
        for (var text : Themes.written(texts)) folded.add(text.strip().toLowerCase(Locale.ROOT));
        return folded;
    }
}
