package org.plenary.papers.assignment;

import java.util.List;

/**
 * All that reviewers are assigned by. Papers and reviewers are known by their places in the lists.
 *
 * @param pairings each pair at most once
 */
public record AssignmentInput(
        List<PaperToReview> papers,
        List<AvailableReviewer> reviewers,
        List<Pairing> pairings,
        Weights weights,
        Cap cap) {
    public AssignmentInput {
        papers = List.copyOf(papers);
        reviewers = List.copyOf(reviewers);
        pairings = List.copyOf(pairings);
    }

    public AssignmentInput with(List<Pairing> others) {
        return new AssignmentInput(papers, reviewers, others, weights, cap);
    }

    public AssignmentInput with(Weights others) {
        return new AssignmentInput(papers, reviewers, pairings, others, cap);
    }

    public AssignmentInput with(Cap other) {
        return new AssignmentInput(papers, reviewers, pairings, weights, other);
    }
}
