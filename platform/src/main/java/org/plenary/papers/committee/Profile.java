package org.plenary.papers.committee;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Conflict;

/**
 * What reviewers say of themselves.
 *
 * @param country ISO 3166-1 alpha-2
 * @param topics by their keys
 * @param works titles and abstracts of what they have written, one a paragraph: by these they are matched with papers
 * @param conflicts whose papers they are not to review
 * @param most papers that they can review; null for as many as the chairs say
 * @param relief what they would take on in an emergency; null for nothing
 */
public record Profile(
        @Nullable String affiliation,
        @Nullable String country,
        Map<String, Expertise> topics,
        String works,
        List<Conflict> conflicts,
        @Nullable Integer most,
        @Nullable Relief relief) {
    public static final Profile UNKNOWN = new Profile(null, null, Map.of(), "", List.of(), null, null);

    public Profile {
        topics = Map.copyOf(topics);
        conflicts = List.copyOf(conflicts);
    }

    /** Whether they have said what they know: papers are matched by it. */
    boolean isTelling() {
        return !topics.isEmpty() || !works.isBlank();
    }
}
