package org.plenary.papers.likeness;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word as it is compared: in small letters, without accents, whole where a line end cut it, and in plain characters where the text had
 * ligatures or wide ones. Of Chinese and Japanese, which have no blanks, each character is one. What has no letter or only one, such as
 * numbers of lines in a margin and the signs of formulas, is none.
 *
 * @param from where it begins in the text
 * @param to where the text goes on after it
 * @param single whether it is a character, which says half as much as a word
 */
record FoldedWord(String text, int from, int to, boolean single) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<UnicodeScript> SINGLE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    static List<FoldedWord> in(String text) {
        var words = new ArrayList<FoldedWord>();
        for (var at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var next = at + Character.charCount(character);
            if (isSingle(character)) words.add(new FoldedWord(folded(text.substring(at, next)), at, next, true));
            else if (Character.isLetterOrDigit(character)) {
                next = end(text, at);
                add(words, text, at, next);
            }
            at = next;
        }
        return words;
    }

    private static void add(List<FoldedWord> words, String text, int from, int to) {
        var word = folded(text.substring(from, to));
        if (word.codePointCount(0, word.length()) < SHORTEST
                || word.codePoints().noneMatch(Character::isLetter)) return;
        words.add(new FoldedWord(word.length() > LONGEST ? word.substring(0, LONGEST) : word, from, to, false));
    }

    /** Where a word ends that begins here; a hyphen at the end of a line is inside it when the next line goes on with a letter. */
    private static int end(String text, int from) {
        var at = from;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            if (isSingle(character)) return at;
            if (isInside(character)) at += Character.charCount(character);
            else {
                var on = afterLineEnd(text, at, character);
                if (on < 0) return at;
                at = on;
            }
        }
        return at;
    }

    private static int afterLineEnd(String text, int at, int character) {
        if (character != '-' && character != '\u2010') return -1;
        var on = at + 1;
        while (on < text.length() && (text.charAt(on) == ' ' || text.charAt(on) == '\r')) on++;
        if (on >= text.length() || text.charAt(on) != '\n') return -1;
        while (on < text.length() && Character.isWhitespace(text.charAt(on))) on++;
        if (on >= text.length()) return -1;
        var next = text.codePointAt(on);
        return Character.isLetter(next) && !isSingle(next) ? on : -1;
    }

    private static boolean isInside(int character) {
        var type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || character == '\u00ad';
    }

    private static boolean isSingle(int character) {
        return character >= 0x2E80 && SINGLE.contains(UnicodeScript.of(character));
    }

    private static String folded(String word) {
        if (word.chars().allMatch(letter -> letter < 0x80 && Character.isLetterOrDigit(letter)))
            return word.toLowerCase(Locale.ROOT);
        var bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
