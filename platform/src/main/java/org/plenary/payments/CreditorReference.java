package org.plenary.payments;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a payer writes into a bank transfer: a creditor reference by ISO 11649, {@code RF}, two check digits, and the code of what is
 * paid. One wrong letter or digit, or two exchanged ones, never give another reference that is right; of other slips one in a hundred may.
 */
public final class CreditorReference {
    private static final int LONGEST_CODE = 21;
    private static final int MODULUS = 97;
    private static final int CHECK_BASE = 98;
    private static final int FROM_LETTER = 10;
    private static final int HEAD = 4;
    private static final int GROUP = 4;

    /** What stands between its characters when people or banks break it up. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s./+_-]+");

    private static final Pattern START = Pattern.compile("RF[0-9]{2}");

    private CreditorReference() {}

    /** @param code letters of the Latin alphabet and digits */
    public static String of(String code) {
        var plain = code.toUpperCase(Locale.ROOT);
        if (!plain.matches("[A-Z0-9]{1," + LONGEST_CODE + "}"))
            throw new IllegalArgumentException("no reference can be made of this code");
        return "RF%02d%s".formatted(CHECK_BASE - remainder(plain + "RF00"), plain);
    }

    public static boolean isValid(String reference) {
        return reference.matches("RF[0-9]{2}[A-Z0-9]{1," + LONGEST_CODE + "}")
                && remainder(reference.substring(HEAD) + reference.substring(0, HEAD)) == 1;
    }

    /** In groups of four, as people read it. */
    public static String printed(String reference) {
        return reference.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /**
     * The codes of the valid references in what a bank passes on: in capitals or not, within other words, with spaces anywhere.
     *
     * @param length of the codes
     */
    public static Set<String> codesIn(String text, int length) {
        var plain = BETWEEN.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        var codes = new LinkedHashSet<String>();
        var start = START.matcher(plain);
        for (var from = 0; start.find(from); from = start.start() + 1) {
            var end = start.end() + length;
            if (end > plain.length()) break;
            var candidate = plain.substring(start.start(), end);
            if (isValid(candidate)) codes.add(candidate.substring(HEAD));
        }
        return codes;
    }

    private static int remainder(String text) {
        var rest = 0;
        for (var c : text.toCharArray()) {
            var value = Character.isDigit(c) ? c - '0' : c - 'A' + FROM_LETTER;
            rest = (rest * (value < FROM_LETTER ? FROM_LETTER : FROM_LETTER * FROM_LETTER) + value) % MODULUS;
        }
        return rest;
    }
}
