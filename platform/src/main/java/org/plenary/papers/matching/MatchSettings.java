package org.plenary.papers.matching;

import org.plenary.papers.assignment.Cap;
import org.plenary.papers.assignment.Weights;

/**
 * What a run goes by; {@link Weights} says what each weight means.
 *
 * @param percent with which probability a pair may be assigned at all, against agreements between authors and reviewers; 100 for all
 * @param seed by which pairs are drawn; kept, so that a run can be repeated
 * @param keep whether what was proposed before is changed as little as it can be
 */
record MatchSettings(
        int affinity,
        int bid,
        int topics,
        int senior,
        int institution,
        int country,
        int balance,
        int stability,
        int percent,
        long seed,
        boolean keep) {
    static final int ALL = 100;

    static MatchSettings usual(long seed) {
        var usual = Weights.usual();
        return new MatchSettings(
                usual.affinity(),
                usual.bid(),
                usual.topics(),
                usual.senior(),
                usual.institution(),
                usual.country(),
                usual.balance(),
                usual.stability(),
                ALL,
                seed,
                true);
    }

    Weights weights() {
        return new Weights(affinity, bid, topics, senior, institution, country, balance, stability);
    }

    Cap cap() {
        return percent == ALL ? Cap.none() : new Cap(percent / 100.0, seed);
    }
}
