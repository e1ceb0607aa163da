package org.plenary.papers.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What two texts have in common, word by word. */
final class Passages {
    private static final int MOST = 30;

    /** So many other words may stand between what is the same, as where single ones were exchanged. */
    private static final int GAP = 8;

    /** Of a passage so many words are shown. */
    private static final int MOST_WORDS = 600;

    /** So many places of one text are looked at for a run that stands in it again and again. */
    private static final int PLACES = 8;

    private final String left;
    private final String right;
    private final List<FoldedWord> inLeft;
    private final List<FoldedWord> inRight;
    private final List<Run> runs;

    /** The same words, from here on in the one and there on in the other. */
    private record Run(int left, int right, int length) {
        int leftEnd() {
            return left + length;
        }

        int rightEnd() {
            return right + length;
        }
    }

    private Passages(String left, String right, Shingles shingles) {
        this.left = left;
        this.right = right;
        inLeft = FoldedWord.in(left);
        inRight = FoldedWord.in(right);
        runs = runs(shingles);
    }

    /** A piece of a text. @param same whether the other text has it too */
    record Piece(String text, boolean same) {}

    /** @param words how many are the same */
    record Passage(List<Piece> left, List<Piece> right, int words) {}

    /** Both texts whole, with what is the same marked. */
    record Marked(List<Piece> left, List<Piece> right) {}

    static Marked whole(String left, String right) {
        var found = new Passages(left, right, new Shingles(3, 0));
        var same = new boolean[found.inLeft.size()];
        var other = new boolean[found.inRight.size()];
        for (var run : found.runs) mark(same, other, run);
        return new Marked(
                pieces(left, found.inLeft, same, 0, same.length, 0, left.length()),
                pieces(right, found.inRight, other, 0, other.length, 0, right.length()));
    }

    /** The longest ones, in the order of the left text. @param least words that must be the same in one */
    static List<Passage> in(String left, String right, int least) {
        var found = new Passages(left, right, PaperPrint.SUMMARY);
        return found.joined().stream()
                .filter(group -> words(group) >= least)
                .sorted(Comparator.comparingInt(Passages::words).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(group -> group.getFirst().left()))
                .map(found::passage)
                .toList();
    }

    private static int words(List<Run> group) {
        return group.stream().mapToInt(Run::length).sum();
    }

    private List<Run> runs(Shingles shingles) {
        var places = new HashMap<Long, List<Integer>>();
        var ours = shingles.of(inLeft);
        for (var i = 0; i < ours.length; i++) {
            var some = places.computeIfAbsent(ours[i], _ -> new ArrayList<>(1));
            if (some.size() < PLACES) some.add(i);
        }
        var theirs = shingles.of(inRight);
        var found = new ArrayList<Run>();
        for (var at = 0; at < theirs.length; ) {
            var longest = longest(
                    places,
                    theirs[at],
                    at,
                    found.isEmpty() ? -1 : found.getLast().leftEnd());
            if (longest == null) at++;
            else {
                found.add(longest);
                at = longest.rightEnd();
            }
        }
        return found;
    }

    /** @param after where the one before ended: of two that are as long, the one that goes on there */
    private @org.jspecify.annotations.Nullable Run longest(
            Map<Long, List<Integer>> places, long shingle, int at, int after) {
        Run longest = null;
        for (int place : places.getOrDefault(shingle, List.of())) {
            var length = 0;
            while (place + length < inLeft.size()
                    && at + length < inRight.size()
                    && inLeft.get(place + length)
                            .text()
                            .equals(inRight.get(at + length).text())) length++;
            if (length == 0) continue;
            var isNearer = longest != null
                    && length == longest.length()
                    && Math.abs(place - after) < Math.abs(longest.left() - after);
            if (longest == null || length > longest.length() || isNearer) longest = new Run(place, at, length);
        }
        return longest;
    }

    private List<List<Run>> joined() {
        var groups = new ArrayList<List<Run>>();
        for (var run : runs) {
            var last = groups.isEmpty() ? null : groups.getLast().getLast();
            var goesOn = last != null
                    && run.right() - last.rightEnd() <= GAP
                    && run.left() >= last.leftEnd()
                    && run.left() - last.leftEnd() <= GAP;
            if (!goesOn) groups.add(new ArrayList<>());
            groups.getLast().add(run);
        }
        return groups;
    }

    private Passage passage(List<Run> group) {
        var same = new boolean[inLeft.size()];
        var other = new boolean[inRight.size()];
        group.forEach(run -> mark(same, other, run));
        var first = group.getFirst();
        var last = group.getLast();
        return new Passage(
                part(left, inLeft, same, first.left(), last.leftEnd()),
                part(right, inRight, other, first.right(), last.rightEnd()),
                words(group));
    }

    private static void mark(boolean[] left, boolean[] right, Run run) {
        java.util.Arrays.fill(left, run.left(), run.leftEnd(), true);
        java.util.Arrays.fill(right, run.right(), run.rightEnd(), true);
    }

    private static List<Piece> part(String text, List<FoldedWord> words, boolean[] same, int from, int to) {
        var end = Math.min(to, from + MOST_WORDS);
        var pieces = new ArrayList<>(pieces(
                text,
                words,
                same,
                from,
                end,
                words.get(from).from(),
                words.get(end - 1).to()));
        if (end < to) pieces.add(new Piece(" …", false));
        return pieces;
    }

    private static List<Piece> pieces(
            String text, List<FoldedWord> words, boolean[] same, int from, int to, int begin, int end) {
        var pieces = new ArrayList<Piece>();
        var at = begin;
        for (var i = from; i < to; ) {
            var on = i;
            while (on < to && same[on] == same[i]) on++;
            if (same[i]) {
                add(pieces, text.substring(at, words.get(i).from()), false);
                add(
                        pieces,
                        text.substring(words.get(i).from(), words.get(on - 1).to()),
                        true);
                at = words.get(on - 1).to();
            }
            i = on;
        }
        add(pieces, text.substring(at, Math.max(at, end)), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean same) {
        if (!text.isEmpty()) pieces.add(new Piece(text.replaceAll("\\s+", " "), same));
    }
}
