package org.plenary.papers.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many reviews can be had at all, found in another way: each one more moves others aside as long as that helps. */
final class MostReviews {
    private final KnownPairs pairs;
    private final int[] room;
    private final List<Set<Integer>> ofReviewers = new ArrayList<>();

    private MostReviews(KnownPairs pairs, int[] room) {
        this.pairs = pairs;
        this.room = room;
        Arrays.stream(room).forEach(_ -> ofReviewers.add(new HashSet<>()));
    }

    /** @param room of each reviewer beside what is pinned to them */
    static int beside(KnownPairs pairs, int[] pinned, int[] room) {
        var most = new MostReviews(pairs, room);
        var found = 0;
        for (var paper = 0; paper < pinned.length; paper++) {
            var open = pairs.input().papers().get(paper).demand() - pinned[paper];
            while (open-- > 0 && most.finds(paper, new HashSet<>())) found++;
        }
        return found;
    }

    private boolean finds(int paper, Set<Integer> asked) {
        for (var reviewer = 0; reviewer < room.length; reviewer++) {
            var pair = pairs.of(paper, reviewer);
            var own = ofReviewers.get(reviewer);
            if (pair.hand() == Pairing.Hand.PINNED || pairs.obstacle(pair) != null || own.contains(paper)) continue;
            if (!asked.add(reviewer)) continue;
            if (own.size() < room[reviewer]) return own.add(paper);
            for (var other : List.copyOf(own)) {
                if (!finds(other, asked)) continue;
                own.remove(other);
                return own.add(paper);
            }
        }
        return false;
    }
}
