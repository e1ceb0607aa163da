package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;

/** A track's topics as rows of a page: a row of the second level belongs to the last one of the first level above it. */
final class TopicFields {
    static final PostedRows ROWS = new PostedRows("topics", List.of("key", "name.en", "name.zh-CN", "level"), 300);
    static final String UNDER = "2";

    private TopicFields() {}

    /**
     * @param topics as a tree
     * @param rows of the topics, by the ends of their pointers: {@code topics/0/topics/1}
     */
    record Read(List<CallInput.@Nullable TopicInput> topics, Map<String, Integer> rows) {}

    static void fill(Posted form, List<Topic> topics) {
        var row = 0;
        for (var topic : topics) {
            fill(form, row++, topic, "1");
            for (var under : topic.topics()) fill(form, row++, under, UNDER);
        }
    }

    private static void fill(Posted form, int row, Topic topic, String level) {
        var at = ROWS.at(row);
        form.set(at + "key", topic.key()).set(at + "name", topic.name()).set(at + "level", level);
    }

    /** @param taken keys of topics in other tracks */
    static Read read(Posted form, List<String> taken) {
        var known = new ArrayList<>(taken);
        for (var i = 0; i < ROWS.filled(form); i++) known.add(form.get(ROWS.at(i) + "key"));
        var tops = new ArrayList<CallInput.@Nullable TopicInput>();
        var under = new ArrayList<List<CallInput.@Nullable TopicInput>>();
        var rows = new HashMap<String, Integer>();
        for (var i = 0; i < ROWS.filled(form); i++) {
            var at = ROWS.at(i);
            var name = form.texts(at + "name");
            if (name.isBlank()) continue;
            var key = form.text(at + "key");
            if (key == null) known.add(key = CallKeys.fresh(form.get(at + "name.en"), "topic", known));
            var isUnder = form.get(at + "level").equals(UNDER) && !tops.isEmpty();
            if (isUnder) {
                var siblings = under.getLast();
                rows.put("topics/" + (tops.size() - 1) + "/topics/" + siblings.size(), i);
                siblings.add(new CallInput.TopicInput(key, name, null));
            } else {
                rows.put("topics/" + tops.size(), i);
                under.add(new ArrayList<>());
                tops.add(new CallInput.TopicInput(key, name, under.getLast()));
            }
        }
        return new Read(tops, rows);
    }
}
