package org.plenary.papers.assignment;

/** What one pair is worth, in points, and of what that is made. */
public record Score(long affinity, long bid, long topics, long stability) {
    public long total() {
        return affinity + bid + topics + stability;
    }
}
