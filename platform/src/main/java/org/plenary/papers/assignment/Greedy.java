package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * The plain way, for comparison: the best pairs first while both sides have room, then anybody who has room for what is left. It looks at
 * the worth of pairs alone.
 */
public final class Greedy {
    private final KnownPairs pairs;
    private final List<Assigned> assigned = new ArrayList<>();
    private final int[] room;
    private final int[] asked;

    private Greedy(AssignmentInput input) {
        pairs = new KnownPairs(input);
        room = input.reviewers().stream().mapToInt(AvailableReviewer::most).toArray();
        asked = input.papers().stream().mapToInt(PaperToReview::demand).toArray();
    }

    public static List<Assigned> assign(AssignmentInput input) {
        var greedy = new Greedy(input);
        greedy.pairs.pinned().forEach(pair -> greedy.take(pair, true));
        greedy.takeBest();
        greedy.takeAny();
        return List.copyOf(greedy.assigned);
    }

    private void takeBest() {
        record Weighed(Pairing pair, long total) {}
        var weighed = new ArrayList<Weighed>();
        pairs.forEach(pair -> {
            if (!pair.isPinned() && pairs.obstacle(pair) == null)
                weighed.add(new Weighed(pair, pairs.score(pair).total()));
        });
        weighed.sort(Comparator.comparingLong(Weighed::total).reversed());
        for (var next : weighed)
            if (room[next.pair().reviewer()] > 0 && asked[next.pair().paper()] > 0) take(next.pair(), false);
    }

    private void takeAny() {
        var taken = new HashSet<Explanation.Place>();
        assigned.forEach(pair -> taken.add(new Explanation.Place(pair.paper(), pair.reviewer())));
        for (var paper = 0; paper < asked.length; paper++) {
            for (var reviewer = 0; reviewer < room.length && asked[paper] > 0; reviewer++) {
                if (room[reviewer] <= 0 || taken.contains(new Explanation.Place(paper, reviewer))) continue;
                var pair = pairs.of(paper, reviewer);
                if (pairs.obstacle(pair) == null) take(pair, false);
            }
        }
    }

    private void take(Pairing pair, boolean pinned) {
        room[pair.reviewer()]--;
        asked[pair.paper()]--;
        assigned.add(new Assigned(pair.paper(), pair.reviewer(), pairs.score(pair), pinned));
    }
}
