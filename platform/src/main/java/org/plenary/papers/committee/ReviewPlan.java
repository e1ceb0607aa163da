package org.plenary.papers.committee;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.call.Deadline;

/**
 * How a conference reviews.
 *
 * @param round the one that is under way, from 1
 * @param perPaper reviews that each paper gets
 * @param highest score; the lowest is 1
 * @param biddingUntil until when reviewers say which papers they would like; null while they are not asked
 * @param reviewsUntil when reviews are due; null for no day yet
 * @param discussion whether reviewers see the others' reviews once they have handed in theirs, and can write about them
 * @param rebuttalUntil until when authors may answer the reviews they were shown; null for no answers
 * @param rebuttalCharacters of an answer at most
 * @param shownAt since when authors see the reviews; null while they do not
 */
public record ReviewPlan(
        int round,
        int perPaper,
        int highest,
        @Nullable Deadline biddingUntil,
        @Nullable Deadline reviewsUntil,
        boolean discussion,
        @Nullable Deadline rebuttalUntil,
        int rebuttalCharacters,
        @Nullable Instant shownAt) {
    /** Before the chairs have said anything. */
    public static final ReviewPlan FIRST = new ReviewPlan(1, 3, 6, null, null, false, null, 5_000, null);

    public boolean takesBids(Instant now) {
        return biddingUntil != null && !biddingUntil.isPassed(now);
    }

    public boolean takesRebuttals(Instant now) {
        return shownAt != null && rebuttalUntil != null && !rebuttalUntil.isPassed(now);
    }

    public ReviewPlan shown(@Nullable Instant at) {
        return new ReviewPlan(
                round,
                perPaper,
                highest,
                biddingUntil,
                reviewsUntil,
                discussion,
                rebuttalUntil,
                rebuttalCharacters,
                at);
    }
}
