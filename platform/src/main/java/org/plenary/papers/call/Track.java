package org.plenary.papers.call;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.kernel.LocalizedText;

/**
 * A part of the conference that papers are handed in to.
 *
 * @param chairs the accounts of those who answer for it
 */
public record Track(String key, LocalizedText name, List<Topic> topics, List<UUID> chairs) {
    public Track {
        topics = Call.copy(topics);
        chairs = Call.copy(chairs);
    }

    public Track(String key, LocalizedText name) {
        this(key, name, List.of(), List.of());
    }

    /** Its topics and those under them. */
    public Stream<Topic> allTopics() {
        return topics.stream().flatMap(Topic::all);
    }
}
