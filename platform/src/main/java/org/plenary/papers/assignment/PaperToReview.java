package org.plenary.papers.assignment;

import java.util.Set;
import java.util.UUID;

/**
 * A paper that reviewers are assigned to.
 *
 * @param demand how many reviews it is to get, those that are pinned included
 * @param track blank where the call has none
 * @param topics of the call that the authors chose
 */
public record PaperToReview(UUID id, int demand, String track, Set<String> topics) {
    public PaperToReview {
        if (demand < 0) throw new IllegalArgumentException("A paper gets no fewer than no reviews: " + demand);
        topics = Set.copyOf(topics);
    }
}
