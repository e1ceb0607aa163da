package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages say about tracks: their names, topics, chairs and how many papers they have. */
@Component
class TrackCards {
    private final BodyPeople people;
    private final JdbcClient jdbc;
    private final CallWords words;
    private final PageErrors errors;

    TrackCards(BodyPeople people, JdbcClient jdbc, CallWords words, PageErrors errors) {
        this.people = people;
        this.jdbc = jdbc;
        this.words = words;
        this.errors = errors;
    }

    /** @param topics in all, those under others too */
    record Card(String key, String name, List<String> topNames, int topics, List<String> chairs, int papers) {}

    List<Card> of(ConferenceView conference, List<Track> tracks, Locale locale) {
        if (tracks.isEmpty()) return List.of();
        var names = names(conference);
        var papers = papers(conference.id());
        return tracks.stream()
                .map(track -> new Card(
                        track.key(),
                        track.name().in(locale),
                        track.topics().stream()
                                .map(topic -> topic.name().in(locale))
                                .toList(),
                        (int) track.allTopics().count(),
                        track.chairs().stream()
                                .map(chair -> names.getOrDefault(chair, words.text("papers.track.gone", locale)))
                                .toList(),
                        papers.getOrDefault(track.key(), 0)))
                .toList();
    }

    /** Who can be a chair: the staff, and who is one already. */
    List<Choice> staff(ConferenceView conference, List<String> chosen) {
        var choices = new ArrayList<Choice>();
        for (var one : people.staff(conference.id()))
            choices.add(new Choice(one.account().toString(), one.name() + " · " + one.email()));
        for (var chair : chosen)
            if (!chair.isBlank()
                    && choices.stream().noneMatch(choice -> choice.value().equals(chair)))
                choices.add(new Choice(chair, chair));
        return choices;
    }

    List<Choice> levels(Locale locale) {
        return List.of(
                new Choice("1", words.text("papers.topic.level-1", locale)),
                new Choice(TopicFields.UNDER, words.text("papers.topic.level-2", locale)));
    }

    Flash done(String key, Locale locale) {
        return Flash.success(words.text(key, locale));
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return errors.of(problem, locale);
    }

    private Map<UUID, String> names(ConferenceView conference) {
        var names = new HashMap<UUID, String>();
        people.staff(conference.id()).forEach(one -> names.put(one.account(), one.name()));
        return names;
    }

    private Map<String, Integer> papers(UUID conference) {
        var papers = new HashMap<String, Integer>();
        jdbc.sql(
                        "select track, count(*) from paper where conference = :conference and track is not null group by track")
                .param("conference", conference)
                .query(row -> {
                    papers.put(row.getString(1), row.getInt(2));
                });
        return papers;
    }
}
