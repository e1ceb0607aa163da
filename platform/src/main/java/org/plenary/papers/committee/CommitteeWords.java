package org.plenary.papers.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.committee.Reviewer.Standing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of the committee say. */
@Component
class CommitteeWords {
    private final MessageSource messages;
    private final PageErrors errors;
    private final Calls calls;

    CommitteeWords(MessageSource messages, PageErrors errors, Calls calls) {
        this.messages = messages;
        this.errors = errors;
        this.calls = calls;
    }

    String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, locale));
    }

    Flash done(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    PageErrors errors() {
        return errors;
    }

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
            chips.add(new Chip(href, text("papers.reviewer.is-" + standing.code(), locale), isOn, count));
        }
        return chips;
    }

    /** In which people are written to, each called as its speakers call it. */
    static List<Choice> languages() {
        return Languages.ALL.stream()
                .map(each -> new Choice(each.toLanguageTag(), each.getDisplayLanguage(each)))
                .toList();
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
                .map(each -> new Choice(each.code(), text("papers.reviewer.topic-" + each.code(), locale)))
                .toList();
    }

    private Optional<Call> call(ConferenceView conference) {
        return calls.find(conference.id());
    }
}
