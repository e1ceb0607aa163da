package org.plenary.papers.call;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/** What the topics of all tracks must be together: keys that no other has, two levels, and not without end. */
class TopicRules {
    private static final int MOST = 500;
    private static final int LEVELS = 2;

    private final Violations violations;
    private final Set<String> keys = new HashSet<>();
    private int count;

    TopicRules(Violations violations) {
        this.violations = violations;
    }

    void check(String pointer, List<CallInput.@Nullable TopicInput> topics) {
        check(pointer, topics, 1);
    }

    private void check(String pointer, List<CallInput.@Nullable TopicInput> topics, int level) {
        if (topics.isEmpty()) return;
        if (level > LEVELS) {
            violations.add(pointer, "topics_too_deep", "A topic's topics have none themselves.");
            return;
        }
        count += topics.size();
        if (count > MOST) {
            violations.add(pointer, "too_many", "At most " + MOST + " topics in all.");
            return;
        }
        for (var i = 0; i < topics.size(); i++) {
            var topic = topics.get(i);
            var at = pointer + "/" + i;
            CallKeys.check(violations, at, topic == null ? null : topic.key(), keys);
            if (topic == null || topic.key() == null) continue;
            violations.text(at + "/name", topic.name(), 200);
            check(at + "/topics", CallInput.given(topic.topics()), level + 1);
        }
    }
}
