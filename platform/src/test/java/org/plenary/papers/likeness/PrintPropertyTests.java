package org.plenary.papers.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of the fingerprints of every text. */
class PrintPropertyTests {
    @Property(tries = 500)
    void aCopiedPassageIsAlwaysFoundWhateverStandsAroundIt(
            @ForAll long seed,
            @ForAll @IntRange(max = 300) int before,
            @ForAll @IntRange(max = 300) int after,
            @ForAll @IntRange(min = PaperPrint.CERTAIN, max = 60) int length) {
        var random = new Random(seed);
        var passage = words(random, length, "p");
        var one = print(words(random, before, "a") + " " + passage + " " + words(random, after, "b"));
        var other = print(words(random, after, "c") + " " + passage + " " + words(random, before, "d"));

        assertThat(common(one.body(), other.body())).isPositive();
    }

    @Property(tries = 500)
    void aCopiedPassageOfChineseIsAlwaysFound(
            @ForAll long seed,
            @ForAll @IntRange(max = 300) int before,
            @ForAll @IntRange(max = 300) int after,
            @ForAll @IntRange(min = 2 * PaperPrint.CERTAIN, max = 90) int length) {
        var random = new Random(seed);
        var passage = characters(random, length);
        var one = print(characters(random, before) + passage + characters(random, after));
        var other = print(characters(random, after) + passage + characters(random, before));

        assertThat(common(one.body(), other.body())).isPositive();
    }

    @Property(tries = 200)
    void ofEachWindowOneRunIsChosenAndNoOtherRunAtAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 1, max = 40) int window) {
        var runs = new Random(seed).longs(length, 0, 50).toArray();

        var chosen = Winnowing.chosen(runs, window, Integer.MAX_VALUE);

        assertThat(chosen).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(runs).boxed().toList())
                .containsAll(Arrays.stream(chosen).boxed().toList());
        for (var from = 0; from + window <= length; from++)
            assertThat(common(Arrays.copyOfRange(runs, from, from + window), chosen))
                    .isPositive();
    }

    @Property(tries = 200)
    void aTextOfAnyLengthHasNoMoreFingerprintsThanAreKept(@ForAll long seed) {
        var print = print(words(new Random(seed), 60_000, "w"));

        assertThat(print.body()).hasSizeLessThanOrEqualTo(4_000);
        assertThat(print.all()).hasSizeLessThanOrEqualTo(5_001);
    }

    private static PaperPrint print(String file) {
        return PaperPrint.of("A title of some words", "An abstract.", file);
    }

    private static String words(Random random, int count, String kind) {
        return IntStream.range(0, count)
                .mapToObj(_ -> kind
                        + Long.toString(random.nextLong(1_000_000) + 1_000_000, 26)
                                .replaceAll("\\d", "x"))
                .collect(Collectors.joining(" "));
    }

    private static String characters(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Character.toString(0x4E00 + random.nextInt(5_000)))
                .collect(Collectors.joining());
    }

    private static long common(long[] one, long[] other) {
        List<Long> known = Arrays.stream(other).boxed().toList();
        return Arrays.stream(one).filter(known::contains).count();
    }
}
