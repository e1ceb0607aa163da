package org.plenary.papers.call;

import java.util.List;
import java.util.stream.Stream;
import org.plenary.kernel.LocalizedText;

/**
 * A subject inside a track (CFP-01).
 *
 * @param key unique in the whole call, so that a paper and a reviewer name a topic by it alone
 * @param topics finer ones; those have none themselves
 */
public record Topic(String key, LocalizedText name, List<Topic> topics) {
    public Topic {
        topics = Call.copy(topics);
    }

    /** This one and those under it. */
    Stream<Topic> all() {
        return Stream.concat(Stream.of(this), topics.stream().flatMap(Topic::all));
    }
}
