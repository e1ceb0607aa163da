package org.plenary.papers.likeness;

import java.util.Arrays;

/**
 * Chooses few of many numbers so that two texts which have a passage in common have chosen the same there: of each window the least (Schleimer,
 * Wilkerson, Aiken: Winnowing, SIGMOD 2003). Whatever has at least {@code window} runs in common has one of the chosen in common.
 */
final class Winnowing {
    private Winnowing() {}

    /** @param most of longer texts the least numbers, which again are the same in both @return rising, each once */
    static long[] chosen(long[] shingles, int window, int most) {
        if (shingles.length == 0) return shingles;
        var wide = Math.min(window, shingles.length);
        var chosen = new long[shingles.length];
        var count = 0;
        var least = -1;
        for (var last = wide - 1; last < shingles.length; last++) {
            var before = least;
            if (least <= last - wide) {
                least = last - wide + 1;
                for (var i = least + 1; i <= last; i++) if (shingles[i] <= shingles[least]) least = i;
            } else if (shingles[last] <= shingles[least]) least = last;
            if (least != before) chosen[count++] = shingles[least];
        }
        var distinct = Arrays.stream(chosen, 0, count).sorted().distinct().toArray();
        return distinct.length <= most ? distinct : Arrays.copyOf(distinct, most);
    }
}
