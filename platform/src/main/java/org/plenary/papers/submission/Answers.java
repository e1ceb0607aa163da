package org.plenary.papers.submission;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the author of a paper answered to the form of the call.
 *
 * @param form the version that was answered; 0 when nothing was asked
 * @param values by the keys of the fields, in the form's order
 */
public record Answers(int form, Map<String, JsonNode> values) {
    public static final Answers NONE = new Answers(0, Map.of());

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** By what the form asks some papers only, as the call's groups are called. */
    public static Set<String> groups(@Nullable String track, @Nullable String type) {
        var groups = new HashSet<String>();
        if (track != null && !track.isBlank()) groups.add("track:" + track.strip());
        if (type != null && !type.isBlank()) groups.add("type:" + type.strip());
        return groups;
    }
}
