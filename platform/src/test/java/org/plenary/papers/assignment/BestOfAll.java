package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.List;

/** The best assignment, found by trying all sets of pairs: of very small conferences only. */
final class BestOfAll {
    private BestOfAll() {}

    static Quality of(AssignmentInput input) {
        var pairs = new KnownPairs(input);
        var fixed = new ArrayList<Assigned>();
        pairs.pinned().forEach(pair -> fixed.add(assigned(pairs, pair, true)));
        var free = new ArrayList<Assigned>();
        for (var paper = 0; paper < input.papers().size(); paper++) {
            for (var reviewer = 0; reviewer < input.reviewers().size(); reviewer++) {
                var pair = pairs.of(paper, reviewer);
                if (pair.hand() != Pairing.Hand.PINNED && pairs.obstacle(pair) == null)
                    free.add(assigned(pairs, pair, false));
            }
        }
        Quality best = Quality.of(input, fixed);
        for (var chosen = 0; chosen < 1 << free.size(); chosen++) {
            var set = new ArrayList<>(fixed);
            for (var i = 0; i < free.size(); i++) if ((chosen >> i & 1) == 1) set.add(free.get(i));
            if (!keepsToTheBounds(input, set)) continue;
            var quality = Quality.of(input, set);
            if (quality.compareTo(best) < 0) best = quality;
        }
        return best;
    }

    private static Assigned assigned(KnownPairs pairs, Pairing pair, boolean pinned) {
        return new Assigned(pair.paper(), pair.reviewer(), pairs.score(pair), pinned);
    }

    private static boolean keepsToTheBounds(AssignmentInput input, List<Assigned> set) {
        var reviews = new int[input.papers().size()];
        var loads = new int[input.reviewers().size()];
        set.forEach(pair -> {
            reviews[pair.paper()]++;
            loads[pair.reviewer()]++;
        });
        // only what is pinned goes beyond them
        return set.stream()
                .filter(pair -> !pair.pinned())
                .allMatch(pair -> reviews[pair.paper()]
                                <= input.papers().get(pair.paper()).demand()
                        && loads[pair.reviewer()]
                                <= input.reviewers().get(pair.reviewer()).most());
    }
}
