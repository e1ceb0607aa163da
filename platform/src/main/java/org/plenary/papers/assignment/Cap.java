package org.plenary.papers.assignment;

import java.util.UUID;

/**
 * No pair can be assigned with more than this probability, whatever authors and reviewers arranged among themselves: each is drawn out at
 * random before anything is assigned. The same seed draws the same pairs, also when papers and reviewers have been added since.
 *
 * @param probability that a pair stays in
 * @param seed to be kept with the result, and from those who review
 */
public record Cap(double probability, long seed) {
    private static final double UNIT = 0x1.0p-53;

    public Cap {
        if (!(probability > 0 && probability <= 1))
            throw new IllegalArgumentException("A probability is above 0 and at most 1: " + probability);
    }

    public static Cap none() {
        return new Cap(1, 0);
    }

    boolean drawsOut(UUID paper, UUID reviewer) {
        if (probability == 1) return false;
        var mixed = seed;
        mixed = mix(mixed ^ paper.getMostSignificantBits());
        mixed = mix(mixed ^ paper.getLeastSignificantBits());
        mixed = mix(mixed ^ reviewer.getMostSignificantBits());
        mixed = mix(mixed ^ reviewer.getLeastSignificantBits());
        return (mixed >>> 11) * UNIT >= probability;
    }

    /** The finisher of SplitMix64: each bit of what goes in changes half of what comes out. */
    private static long mix(long value) {
        var mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
