package org.plenary.papers.assignment;

import java.util.stream.IntStream;

/**
 * What counts how much, in points. A pair of full affinity is worth the weight of affinity; everything else is set beside that.
 *
 * @param affinity for an affinity of 1
 * @param bid for each step of a bid, so that the keenest is worth twice this and the most unwilling costs as much
 * @param topics for a reviewer who is an expert in every topic of the paper
 * @param senior for a paper that has at least one senior reviewer
 * @param institution what each further reviewer of the same institution costs a paper
 * @param country what each further reviewer of the same country costs a paper
 * @param balance what the second paper of a reviewer costs; the third costs twice this, the fourth three times, so that work is spread
 * @param stability for each pair that stands already and stays
 */
public record Weights(
        int affinity, int bid, int topics, int senior, int institution, int country, int balance, int stability) {
    /** With it, the sums of the largest conference stay far within what can be counted. */
    private static final int HEAVIEST = 100_000;

    public Weights {
        if (IntStream.of(affinity, bid, topics, senior, institution, country, balance, stability)
                .anyMatch(weight -> weight < 0 || weight > HEAVIEST))
            throw new IllegalArgumentException("A weight is 0 to " + HEAVIEST);
    }

    /** As documented in {@code deploy/docs/assignment.md}. */
    public static Weights usual() {
        return new Weights(1_000, 250, 200, 300, 200, 30, 5, 200);
    }

    public Weights withStability(int other) {
        return new Weights(affinity, bid, topics, senior, institution, country, balance, other);
    }

    boolean spreadsInstitutions() {
        return institution > 0;
    }

    boolean spreadsCountries() {
        return country > 0;
    }
}
