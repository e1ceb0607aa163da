package org.plenary.papers.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.Reviewer.Standing;
import org.springframework.stereotype.Component;

/** What the pages of the committee say. */
@Component
record CommitteeWords(Phrases phrases, Calls calls) {
    /**
     * The one that a list is narrowed by; null for all.
     *
     * @throws Problem.InvalidInput at {@code /status}
     */
    static @Nullable Standing standing(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        return Arrays.stream(Standing.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Problem.InvalidInput("/status", "choice", "One of asked, accepted, declined, removed."));
    }

    List<Chip> chips(ConferenceView conference, @Nullable Standing chosen, Map<String, Long> counts, Locale locale) {
        var base = "/manage/conferences/" + conference.slug() + "/papers/reviewers";
        var chips = new ArrayList<Chip>();
        for (var standing : Standing.values()) {
            var count = counts.getOrDefault(standing.code(), 0L);
            var isOn = standing == chosen;
            if (count == 0 && !isOn) continue;
            var href = isOn ? base : base + "?status=" + standing.code();
            chips.add(new Chip(href, phrases.text("papers.reviewer.is-" + standing.code(), locale), isOn, count));
        }
        return chips;
    }

    List<Choice> tracks(ConferenceView conference, Locale locale) {
        return call(conference).map(Call::tracks).orElse(List.of()).stream()
                .map(track -> new Choice(track.key(), track.name().in(locale)))
                .toList();
    }

    /** The topics of the call under the names of their tracks. */
    List<Topics> topics(ConferenceView conference, Locale locale) {
        return call(conference).map(Call::tracks).orElse(List.of()).stream()
                .map(track -> new Topics(
                        track.name().in(locale),
                        track.allTopics()
                                .map(topic ->
                                        new Choice(topic.key(), topic.name().in(locale)))
                                .toList()))
                .filter(topics -> !topics.choices().isEmpty())
                .toList();
    }

    record Topics(String track, List<Choice> choices) {}

    List<Choice> expertises(Locale locale) {
        return Arrays.stream(Expertise.values())
                .map(each -> new Choice(each.code(), phrases.text("papers.reviewer.topic-" + each.code(), locale)))
                .toList();
    }

    private Optional<Call> call(ConferenceView conference) {
        return calls.find(conference.id());
    }
}
