package org.plenary.papers.call;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceSubjects;
import org.springframework.stereotype.Component;

/** A conference is about the tracks and topics of its call. */
@Component
class CallSubjects implements ConferenceSubjects {
    private final Calls calls;

    CallSubjects(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Map<UUID, Subjects> of(Collection<UUID> conferences) {
        var subjects = new HashMap<UUID, Subjects>();
        calls.of(conferences).forEach((conference, stored) -> {
            var names = stored.call().tracks().stream()
                    .flatMap(track -> Stream.concat(
                            Stream.of(track.name()), track.allTopics().map(Topic::name)))
                    .toList();
            subjects.put(conference, new Subjects(names, stored.version()));
        });
        return subjects;
    }
}
