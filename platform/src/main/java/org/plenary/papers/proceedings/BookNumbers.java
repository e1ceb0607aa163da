package org.plenary.papers.proceedings;

import java.util.Locale;

/** The numbers of books and series, whose last digit says whether the others are right. */
final class BookNumbers {
    private BookNumbers() {}

    /** ISBN of 13 or 10 digits, with hyphens or spaces or without (ISO 2108). */
    static boolean isIsbn(String text) {
        var digits = plain(text);
        if (digits.matches("97[89]\\d{10}")) {
            var sum = 0;
            for (var i = 0; i < digits.length(); i++)
                sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
            return sum % 10 == 0;
        }
        return digits.matches("\\d{9}[\\dX]") && isEleven(digits);
    }

    /** ISSN (ISO 3297). */
    static boolean isIssn(String text) {
        return text.strip().matches("\\d{4}-?\\d{3}[\\dXx]") && isEleven(plain(text));
    }

    static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Weighted from the right, the sum can be divided by eleven; X is ten. */
    private static boolean isEleven(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var c = digits.charAt(i);
            sum += (c == 'X' ? 10 : Character.digit(c, 10)) * (digits.length() - i);
        }
        return sum % 11 == 0;
    }
}
