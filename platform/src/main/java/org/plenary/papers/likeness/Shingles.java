package org.plenary.papers.likeness;

import java.util.List;

/**
 * The runs of so many words that a text consists of, each as a number.
 *
 * @param words how many stand in one; of Chinese twice as many characters
 * @param salt tells numbers of one kind from those of another
 */
record Shingles(int words, long salt) {
    private static final long FNV = 0x100000001b3L;
    private static final long START = 0xcbf29ce484222325L;

    /** The number of the run that begins at each word, as long as there are words enough after it. */
    long[] of(List<FoldedWord> text) {
        var hashes = text.stream().mapToLong(word -> hash(word.text())).toArray();
        var found = new long[text.size()];
        var count = 0;
        for (var from = 0; from < hashes.length; from++) {
            var to = end(text, from);
            if (to < 0) break;
            var hash = salt;
            for (var i = from; i < to; i++) hash = hash * 0x9E3779B97F4A7C15L + hashes[i];
            found[count++] = mixed(hash);
        }
        return java.util.Arrays.copyOf(found, count);
    }

    /** Where a run ends that begins here; -1 when the text ends before. */
    int end(List<FoldedWord> text, int from) {
        var wanted = 2 * words;
        var to = from;
        while (wanted > 0 && to < text.size()) wanted -= text.get(to++).single() ? 1 : 2;
        return wanted > 0 ? -1 : to;
    }

    /** FNV-1a. */
    private static long hash(String word) {
        var hash = START;
        for (var i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * FNV;
        return hash;
    }

    /** The finalizer of MurmurHash3: which of a window is the least must not depend on the last word alone. */
    private static long mixed(long hash) {
        var mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
