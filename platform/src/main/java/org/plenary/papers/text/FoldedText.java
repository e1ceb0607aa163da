package org.plenary.papers.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What was read from a PDF, as it is kept: in one line, words together that a line's end parts, and nothing that no database takes. */
final class FoldedText {
    /** Characters: thirty thousand words, four times what a long paper has. */
    static final int MOST = 200_000;

    /** Of what was read; folding makes it shorter. */
    private static final int MOST_READ = 400_000;

    private static final Pattern PARTED = Pattern.compile("(?<=\\p{Ll})[-\u2010]\\h{0,5}\\R\\s{0,20}(?=\\p{Ll})");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** Blanks; and controls, halves of characters, and signs that a font has for itself alone. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+");

    /** PDFs have a blank or a line's end between any two of them. */
    private static final Pattern IN_CHINESE = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private FoldedText() {}

    static String of(String read) {
        var text = Normalizer.normalize(cut(read, MOST_READ), Normalizer.Form.NFKC);
        text = UNSEEN.matcher(text).replaceAll("");
        text = PARTED.matcher(text).replaceAll("");
        text = BETWEEN.matcher(text).replaceAll(" ");
        text = IN_CHINESE.matcher(text).replaceAll("");
        return cut(text.strip(), MOST).strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
