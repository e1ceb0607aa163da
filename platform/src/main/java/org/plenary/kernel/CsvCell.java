package org.plenary.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A cell of a CSV file, always in quotes. */
public final class CsvCell {
    /** What a spreadsheet takes for a formula, in both widths, and what it skips on the way there (OWASP: CSV injection). */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    /** A text that a spreadsheet would take for a formula is marked as a text by an apostrophe. */
    public static String text(String text) {
        return quoted(isFormula(text) ? "'" + text : text);
    }

    /** A number of ours needs no mark, even when it is negative. */
    public static String number(String number) {
        return number.matches("-?\\d+(\\.\\d+)?") ? quoted(number) : text(number);
    }

    /** A line of texts, with its end. */
    public static String line(List<String> texts) {
        return texts.stream().map(CsvCell::text).collect(Collectors.joining(",")) + "\r\n";
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty()) return false;
        if (STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) return true;
        // spreadsheets strip what is not seen before they look for a formula
        var seen = text.replaceFirst("^[\\s\\p{Z}\\p{Cf}\\p{Cc}]+", "");
        return !seen.isEmpty() && STARTS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
