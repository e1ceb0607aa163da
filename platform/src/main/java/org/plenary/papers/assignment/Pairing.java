package org.plenary.papers.assignment;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one reviewer and one paper. A pair that nothing is known of need not be listed: its affinity is 0.
 *
 * @param paper its place in the list of papers
 * @param reviewer their place in the list of reviewers
 * @param affinity 0 to 1: how near the paper is to what they have written
 * @param bid −2 (not at all) to 2 (eager), none where they did not bid
 * @param conflict of interest; nothing and nobody overrules it
 * @param stands whether the pair is assigned already; then it is left alone unless something better than the weight of stability is won
 */
public record Pairing(
        int paper, int reviewer, double affinity, @Nullable Integer bid, boolean conflict, Hand hand, boolean stands) {
    private static final int MOST_BID = 2;

    /** What was decided by hand. */
    public enum Hand {
        LEFT_OPEN,
        PINNED,
        FORBIDDEN
    }

    public Pairing {
        if (!(affinity >= 0 && affinity <= 1)) throw new IllegalArgumentException("Affinity is 0 to 1: " + affinity);
        if (bid != null && Math.abs(bid) > MOST_BID) throw new IllegalArgumentException("A bid is −2 to 2: " + bid);
    }

    public static Pairing of(int paper, int reviewer, double affinity) {
        return new Pairing(paper, reviewer, affinity, null, false, Hand.LEFT_OPEN, false);
    }

    public Pairing withBid(int bid) {
        return new Pairing(paper, reviewer, affinity, bid, conflict, hand, stands);
    }

    public Pairing inConflict() {
        return new Pairing(paper, reviewer, affinity, bid, true, hand, stands);
    }

    public Pairing pinned() {
        return new Pairing(paper, reviewer, affinity, bid, conflict, Hand.PINNED, stands);
    }

    public Pairing forbidden() {
        return new Pairing(paper, reviewer, affinity, bid, conflict, Hand.FORBIDDEN, stands);
    }

    public Pairing standing() {
        return new Pairing(paper, reviewer, affinity, bid, conflict, hand, true);
    }

    boolean isPinned() {
        return hand == Hand.PINNED && !conflict;
    }
}
