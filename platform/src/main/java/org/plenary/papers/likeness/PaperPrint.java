package org.plenary.papers.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of a paper: enough to tell that a text is in another one, and not enough to read it.
 *
 * @param title one number; null for a title of so few words that others have it by chance
 * @param summary of title and abstract, which are short: all runs of four words
 * @param body of the file: of runs of five words one in ten, so that a passage of {@value #CERTAIN} words is always found
 * @param words how many the file has; a character counts half
 */
record PaperPrint(@Nullable Long title, long[] summary, long[] body, int words) {
    static final int CERTAIN = 24;
    static final Shingles SUMMARY = new Shingles(4, 1);
    static final Shingles BODY = new Shingles(5, 2);
    private static final int WINDOW = CERTAIN - BODY.words() + 1;
    private static final int MOST_SUMMARY = 1_000;
    private static final int MOST_BODY = 4_000;
    private static final int LEAST_TITLE = 4;

    /** @param file the text of the file, blank where there is none to read */
    static PaperPrint of(String title, String summary, String file) {
        var words = FoldedWord.in(References.without(file));
        return new PaperPrint(
                title(title),
                Winnowing.chosen(SUMMARY.of(FoldedWord.in(title + "\n\n" + summary)), 1, MOST_SUMMARY),
                Winnowing.chosen(BODY.of(words), WINDOW, MOST_BODY),
                count(words));
    }

    /** How many words the passages have that so many of a file's fingerprints stand for. */
    static int words(double prints) {
        return (int) Math.round(prints * (WINDOW + 1) / 2);
    }

    /** All numbers by which a paper is found. */
    long[] all() {
        return LongStream.concat(
                        LongStream.concat(Arrays.stream(summary), Arrays.stream(body)),
                        title == null ? LongStream.empty() : LongStream.of(title))
                .sorted()
                .distinct()
                .toArray();
    }

    private static @Nullable Long title(String title) {
        var words = FoldedWord.in(title);
        if (count(words) < LEAST_TITLE) return null;
        var whole = new Shingles(count(words), 3).of(words);
        // the second part of something is not its first
        return whole.length == 0
                ? null
                : whole[0] + 31L * title.replaceAll("\\P{N}+", " ").strip().hashCode();
    }

    private static int count(List<FoldedWord> words) {
        var halves = 0;
        for (var word : words) halves += word.single() ? 1 : 2;
        return halves / 2;
    }
}
