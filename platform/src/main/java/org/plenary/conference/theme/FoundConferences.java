package org.plenary.conference.theme;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceSubjects;
import org.plenary.conference.ConferenceSubjects.Subjects;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.DocumentSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the index what the conferences are about: their names, subjects and descriptions in all their languages. */
@Component
class FoundConferences implements DocumentSource {
    private static final Comparator<UUID> RISING = Comparator.comparing(UUID::toString);

    private final ConferenceApi conferences;
    private final Themes themes;

    FoundConferences(ConferenceApi conferences, Themes themes) {
        this.conferences = conferences;
        this.themes = themes;
    }

    @Override
    public String kind() {
        return ConferenceSubjects.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> documents(Collection<UUID> ids) {
        var wanted = new HashSet<>(ids);
        var found = conferences.all().stream()
                .filter(each -> wanted.contains(each.id()))
                .toList();
        var subjects = themes.of(found.stream().map(ConferenceView::id).toList());
        return found.stream()
                .map(each -> document(each, subjects.getOrDefault(each.id(), new Subjects(List.of(), 0))))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return conferences.all().stream()
                .map(ConferenceView::id)
                .sorted(RISING)
                .filter(id -> after == null || RISING.compare(id, after) > 0)
                .limit(limit)
                .toList();
    }

    private static Document document(ConferenceView conference, Subjects subjects) {
        return new Document(
                conference.id(),
                conference.id(),
                conference.version() + subjects.version(),
                Map.of(
                        "title", Themes.written(List.of(conference.name())),
                        "keywords", Themes.written(subjects.names()),
                        "body", Themes.written(List.of(conference.description()))),
                Map.of());
    }
}
