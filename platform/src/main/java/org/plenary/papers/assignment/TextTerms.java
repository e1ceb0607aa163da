package org.plenary.papers.assignment;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The terms of a text: words in small letters without their plural and without those that every text has; of Chinese, which has no blanks,
 * each two characters that stand together.
 */
final class TextTerms {
    private static final int SHORTEST = 2;

    /** The words that English is held together by, and those that every paper has about itself. */
    private static final Set<String> EMPTY = Set.of(
            ("a about above after again against all also although among an and any are as at based be because been "
                            + "before being below between both but by can could do does doing done during each either et al for from further "
                            + "had has have having how however if in into is it its itself may might more most much must no nor not of on "
                            + "only or other our ours out over own paper propose proposed present results same several shall should show "
                            + "shown shows so some such than that the their them then there these they this those through thus to under "
                            + "until up upon use used using very via was we were what when where whether which while who whose why will "
                            + "with within without would you your")
                    .split(" "));

    private TextTerms() {}

    static void of(String text, Consumer<String> found) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var word = new StringBuilder();
        var before = 0;
        var pairs = 0;
        for (var at = 0; at < plain.length(); ) {
            var character = plain.codePointAt(at);
            at += Character.charCount(character);
            if (UnicodeScript.of(character) == UnicodeScript.HAN) {
                word(word, found);
                if (before != 0) {
                    found.accept(two(before, character));
                    pairs++;
                }
                before = character;
                continue;
            }
            if (before != 0 && pairs == 0) found.accept(Character.toString(before));
            before = 0;
            pairs = 0;
            if (Character.isLetterOrDigit(character)) word.appendCodePoint(character);
            else word(word, found);
        }
        if (before != 0 && pairs == 0) found.accept(Character.toString(before));
        word(word, found);
    }

    private static String two(int first, int second) {
        return Character.toString(first) + Character.toString(second);
    }

    private static void word(StringBuilder letters, Consumer<String> found) {
        if (letters.isEmpty()) return;
        var word = letters.toString();
        letters.setLength(0);
        var isNumber = word.chars().allMatch(Character::isDigit);
        if (word.length() < SHORTEST || isNumber || EMPTY.contains(word)) return;
        found.accept(singular(word));
    }

    /** Good enough to bring robots and robot together; what it does to rare words it does to them in every text. */
    private static String singular(String word) {
        var length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is"))
            return word;
        if (word.endsWith("ies") && length > 4) return word.substring(0, length - 3) + "y";
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes"))
            return word.substring(0, length - 2);
        return word.substring(0, length - 1);
    }
}
